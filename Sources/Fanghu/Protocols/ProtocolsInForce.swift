package import Store
import Synchronization

/// The documents of rules together with the drills, for everybody who asks with every request.
///
/// Documents are read at the start; drills are polled, for another process may begin one.
package final class ProtocolsInForce: Sendable {
    private let documents: ProtocolBook
    private let database: Database
    private let state: Mutex<(book: ProtocolBook, drills: [Drill])>

    package init(_ documents: ProtocolBook, _ database: Database) async throws {
        self.documents = documents
        self.database = database
        state = Mutex((documents, []))
        try await refresh()
    }

    package var current: ProtocolBook { state.withLock(\.book) }

    /// Reads the drills again; cheap, for there are a handful.
    package func refresh() async throws {
        let drills: [Drill] = try await database.read { connection in try connection.all(ProtocolQueries.drills) }
        guard drills != state.withLock(\.drills) else { return }
        let book = try documents.rehearsing(drills)
        state.withLock { $0 = (book, drills) }
    }
}
