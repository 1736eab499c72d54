import Dispatch
import Foundation
import GRDB
import Synchronization

/// SQLite through GRDB's pool: one writer and several readers on one file in WAL mode.
///
/// GRDB opens, configures and schedules the connections. Statements are run on SQLite's own interface (`SQLiteSession`):
/// a row through GRDB's `Row` and `DatabaseValue` costs three times as much.
final class SQLiteDriver: Driver {
    private let pool: DatabasePool
    /// A session for each connection of the pool, which keeps its connections until it is closed.
    private let sessions = Mutex<[ObjectIdentifier: SQLiteSession]>([:])
    private let state = Mutex(false)

    var engine: Engine { .sqlite }

    init(path: String, readers: Int) throws {
        do {
            pool = try DatabasePool(path: path, configuration: SQLiteDriver.configuration(readers: readers))
            // GRDB chooses NORMAL for WAL; then a power loss takes acknowledged writes with it.
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA wal_autocheckpoint = 4000")
            }
        } catch let error as DatabaseError {
            throw StoreFault(error)
        }
    }

    private static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.label = "fanghu"
        configuration.foreignKeysEnabled = true
        configuration.busyMode = .timeout(10)
        configuration.maximumReaderCount = readers
        configuration.persistentReadOnlyConnections = true
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA cache_size = -65536")
            try database.execute(sql: "PRAGMA mmap_size = 1073741824")
            try database.execute(sql: "PRAGMA temp_store = MEMORY")
            try database.execute(sql: "PRAGMA journal_size_limit = 67108864")
        }
        return configuration
    }

    func transaction<Value: Sendable>(
        _ kind: TransactionKind,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        guard !state.withLock(\.self) else { throw StoreFault.closed }
        return try await withCheckedThrowingContinuation { continuation in
            switch kind {
            case .read:
                pool.asyncRead { result in
                    continuation.resume(with: Result { try self.read(result, body) })
                }
            case .write, .exclusive:
                pool.asyncWriteWithoutTransaction { database in
                    continuation.resume(with: Result { try self.write(database, body) })
                }
            }
        }
    }

    func executeOutsideTransaction(_ text: String) async throws {
        try await withCheckedThrowingContinuation { continuation in
            pool.asyncWriteWithoutTransaction { database in
                continuation.resume(with: Result { try self.session(of: database).runOnce(text) })
            }
        }
    }

    /// GRDB has begun a deferred transaction and ends it.
    private func read<Value>(
        _ result: Result<GRDB.Database, any Error>,
        _ body: (any Connection) throws -> Value
    ) throws -> Value {
        let database = try result.mapError { error in (error as? DatabaseError).map { StoreFault($0) } ?? error }.get()
        let connection = try SQLiteConnection(session(of: database))
        defer { connection.end() }
        return try body(connection)
    }

    private func write<Value>(_ database: GRDB.Database, _ body: (any Connection) throws -> Value) throws -> Value {
        let session = try session(of: database)
        let connection = SQLiteConnection(session)
        defer { connection.end() }
        try session.run("BEGIN IMMEDIATE")
        do {
            let value = try body(connection)
            if let fault = connection.fault { throw fault }
            try session.run("COMMIT")
            return value
        } catch {
            // After a full disk SQLite has rolled back by itself and a second ROLLBACK fails: nothing is lost by that.
            try? session.run("ROLLBACK")
            throw error
        }
    }

    private func session(of database: GRDB.Database) throws -> SQLiteSession {
        guard let handle = unsafe database.sqliteConnection else { throw StoreFault.closed }
        return sessions.withLock { sessions in
            let key = ObjectIdentifier(database)
            if let session = sessions[key] { return session }
            let session = unsafe SQLiteSession(handle)
            sessions[key] = session
            return session
        }
    }

    func close() async throws {
        let wasClosed = state.withLock { isClosed in
            defer { isClosed = true }
            return isClosed
        }
        if wasClosed { return }
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            // The barrier waits for writer and readers; statements must be gone before SQLite closes a connection.
            pool.asyncBarrierWriteWithoutTransaction { result in
                if case .success = result {
                    self.sessions.withLock { sessions in
                        for session in sessions.values { session.finalize() }
                        sessions = [:]
                    }
                }
                DispatchQueue.global().async { continuation.resume(with: Result { try self.pool.close() }) }
            }
        }
    }
}
