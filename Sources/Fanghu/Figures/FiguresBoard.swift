import Store
import Synchronization

/// What the counters of each committee said when they were last read.
///
/// The rows of 6,000 committees are too many to add up for every look. Each write raises its committee's version
/// (`counter_version`), so a look reads the versions, and the rows of those committees alone that have changed. It asks
/// the database and nobody's word, so it is as true on a second server as on the one that wrote.
final class FiguresBoard: Sendable {
    private let held = Mutex<[Int64: CommitteeFigures]>([:])

    /// Above this many changed committees, stretches of the tables are read instead of single committees.
    private static let fewest = 200

    /// The figures of every committee that has any in the pieces, with the piece's number, as one snapshot shows them.
    func figures(
        in pieces: [FiguresPiece],
        on day: CivilDate,
        from database: Database
    ) async throws -> [(number: Int, figures: CommitteeFigures)] {
        let known = held.withLock { $0 }
        let (versions, fresh) = try await database.read { connection in
            let versions = try connection.all(FiguresQueries.versions(in: pieces), as: FiguresVersion.self)
            let stale = versions.filter { version in
                guard let figures = known[version.committee] else { return true }
                return figures.version != version.number || figures.day != day
            }
            return (versions, try Self.read(stale, in: pieces, on: day, connection))
        }
        if !fresh.isEmpty { held.withLock { $0.merge(fresh) { $1 } } }
        return versions.compactMap { version in
            (fresh[version.committee] ?? known[version.committee]).map { (version.piece, $0) }
        }
    }

    private static func read(
        _ stale: [FiguresVersion],
        in pieces: [FiguresPiece],
        on day: CivilDate,
        _ connection: any Connection
    ) throws -> [Int64: CommitteeFigures] {
        guard !stale.isEmpty else { return [:] }
        var read: [Int64: CommitteeFigures] = [:]
        for version in stale { read[version.committee] = CommitteeFigures(version: version.number, day: day) }
        let committees = stale.count <= fewest ? stale.map(\.committee) : nil
        let totals = committees.map(FiguresQueries.totals(of:)) ?? FiguresQueries.everyTotal(in: pieces)
        for row in try connection.rows(totals) { try read[row.column(0)]?.addTotal(row.column(1), row.column(2)) }
        let counts =
            committees.map { FiguresQueries.counts(of: $0, on: day) } ?? FiguresQueries.everyCount(in: pieces, on: day)
        for row in try connection.rows(counts) { try read[row.column(0)]?.addCount(row.column(1), row.column(2)) }
        return read
    }
}

/// The counter rows of one committee, the day's and the running ones, by the indicator's number.
struct CommitteeFigures: Sendable {
    let version: Int
    let day: CivilDate
    private(set) var totals = [Int](repeating: 0, count: width)
    private(set) var counts = [Int](repeating: 0, count: width)

    private static let width = (Indicator.allCases.map(\.rawValue).max() ?? 0) + 1

    init(version: Int, day: CivilDate) {
        self.version = version
        self.day = day
    }

    mutating func addTotal(_ indicator: Int, _ number: Int) {
        guard totals.indices.contains(indicator) else { return }
        totals[indicator] += number
    }

    mutating func addCount(_ indicator: Int, _ number: Int) {
        guard counts.indices.contains(indicator) else { return }
        counts[indicator] += number
    }

    mutating func add(_ other: CommitteeFigures) {
        for index in totals.indices {
            totals[index] += other.totals[index]
            counts[index] += other.counts[index]
        }
    }
}

/// How often the counters of a committee have been written.
struct FiguresVersion: RowDecodable {
    /// The number of the piece it lies in.
    let piece: Int
    let committee: Int64
    let number: Int

    init(row: Row) throws {
        piece = try row.column(0)
        committee = try row.column(1)
        number = try row.column(2)
    }
}
