import Dispatch

/// One database of either engine, with its connections.
///
/// A transaction's closure is synchronous and runs on a thread of the engine. It may run again after a passing fault,
/// so it changes nothing but the database. Its first failed statement spoils the transaction, even when the closure
/// catches the error: PostgreSQL works so, and SQLite is made to.
package final class Database: Sendable {
    package let url: DatabaseURL
    private let driver: any Driver
    private let turns = RetryTurns()

    package var engine: Engine { url.engine }

    /// Opens the database; SQLite creates the file, PostgreSQL connects once, so that a wrong address shows here.
    ///
    /// - Parameter connections: how many there may be at most: PostgreSQL's in all, SQLite's readers beside its writer.
    package init(url: DatabaseURL, connections: Int? = nil) async throws {
        self.url = url
        switch url.engine {
        case .sqlite: driver = try SQLiteDriver(path: url.target, readers: connections ?? 4)
        case .postgresql: driver = try PostgreSQLDriver(address: url.target, connections: connections ?? 8)
        }
        if url.engine == .postgresql { try await driver.transaction(.read) { _ in } }
    }

    /// Runs a closure on one unchanging snapshot.
    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await transaction(.read, body)
    }

    /// Runs a closure in a transaction: committed when it returns, rolled back when it throws.
    ///
    /// Whoever changed a row that this transaction read and changes too is noticed: the closure then runs again.
    @discardableResult
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        try await transaction(.write, body)
    }

    /// Runs a statement that takes no transaction, such as `CREATE DATABASE`.
    package func executeOutsideTransaction(_ text: String) async throws {
        try await driver.executeOutsideTransaction(text)
    }

    /// Ends all connections, after the transactions that are under way.
    package func close() async throws {
        try await driver.close()
    }

    /// Retries what passes; a conflict's next attempt waits for its turn, so that one of the contenders always gets on.
    @discardableResult
    func transaction<Value: Sendable>(
        _ kind: TransactionKind,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        var attempt = 0
        while true {
            try Task.checkCancellation()
            do {
                return attempt == 0
                    ? try await driver.transaction(kind, body)
                    : try await turns.run { try await self.driver.transaction(kind, body) }
            } catch let fault as StoreFault where fault.isPassing {
                attempt += 1
                guard attempt < (fault == .conflict ? 50 : 8) else { throw fault }
                await Database.pause(milliseconds: fault == .conflict ? min(attempt, 20) : 10 << attempt)
            }
        }
    }

    /// Waits outside the concurrency pool; not a clock that a test would want to move.
    private static func pause(milliseconds: Int) async {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { continuation.resume() }
        }
    }
}
