import Fanghu
import Foundation
package import Store

extension Engine {
    /// The engines that tests can run on here.
    package static let available: [Engine] = [.sqlite]
}

/// Gives a fresh, migrated database for the time of the closure.
package func withDatabase<Value: Sendable>(
    _ engine: Engine,
    _ body: (Database) async throws -> Value
) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("fanghu-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = try await Database(url: .sqlite(path: folder.appendingPathComponent("test.sqlite").path))
    try await database.migrate(MigrationList.all)
    let value = try await body(database)
    try database.close()
    return value
}
