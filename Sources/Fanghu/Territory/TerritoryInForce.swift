package import Store
import Synchronization

/// The newest snapshot of the tree, for everybody who asks with every request.
///
/// Reading costs a lock and no query. After a change in this process `refresh` is called; other processes poll the
/// version (DESIGN §4.8), otherwise they would refuse committees that a list has just added.
package final class TerritoryInForce: Sendable {
    private struct State {
        var territory = Territory([])
        var version = -1
    }

    private let database: Database
    private let state = Mutex(State())

    /// Reads the tree once.
    package init(_ database: Database) async throws {
        self.database = database
        try await refresh()
    }

    package var current: Territory { state.withLock(\.territory) }

    /// Reads the tree again if somebody has changed it; cheap when nobody has.
    package func refresh() async throws {
        let known = state.withLock(\.version)
        let read = try await database.read { connection -> (Territory, Int)? in
            let version = try connection.value(TerritoryQueries.version, as: Int.self) ?? 0
            return try version == known ? nil : (DivisionRegister(connection).territory, version)
        }
        guard let (territory, version) = read else { return }
        state.withLock { state in
            if version > state.version { state = State(territory: territory, version: version) }
        }
    }
}
