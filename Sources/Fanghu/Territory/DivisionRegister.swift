import Store

/// All divisions as they stand in one transaction, and how they are changed there.
///
/// Read under the lock of `TerritoryQueries.lock`, so that two imports never number versions alike.
struct DivisionRegister {
    private(set) var territory: Territory
    private var versions: [DivisionID: Int] = [:]

    init(_ connection: any Connection) throws {
        var newest: [DivisionID: DivisionVersion] = [:]
        for version in try connection.all(TerritoryQueries.divisions, as: DivisionVersion.self) {
            newest[version.division.id] = version
        }
        territory = Territory(newest.values.map(\.division))
        versions = newest.mapValues(\.version)
    }

    /// Adds divisions, or new versions of known ones; the version in force of those must have been closed.
    func append(_ divisions: [Division], on connection: any Connection) throws {
        let rows = divisions.map { DivisionVersion($0, version: (versions[$0.id] ?? 0) + 1) }
        for start in stride(from: 0, to: rows.count, by: 500) {
            try connection.execute(TerritoryQueries.insert(Array(rows[start..<min(start + 500, rows.count)])))
        }
    }

    /// Ends the versions in force of some divisions.
    func close(_ ids: [DivisionID], on day: CivilDate, _ connection: any Connection) throws {
        for start in stride(from: 0, to: ids.count, by: 500) {
            let some = Array(ids[start..<min(start + 500, ids.count)])
            try connection.execute(TerritoryQueries.close(some, on: day))
        }
    }
}
