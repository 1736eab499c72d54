import Fanghu
import Foundation
import Store

/// SQLite databases for tests: each is a copy of one file that was migrated once in this process.
enum SQLiteFixture {
    /// Named after the process, so that it can be found and removed when the process ends.
    private static let templateFolder = FileManager.default.temporaryDirectory
        .appendingPathComponent("fanghu-template-\(ProcessInfo.processInfo.globallyUniqueString)")

    private static let template = Once<URL> {
        try FileManager.default.createDirectory(at: templateFolder, withIntermediateDirectories: true)
        atexit { try? FileManager.default.removeItem(at: SQLiteFixture.templateFolder) }
        let file = templateFolder.appendingPathComponent("template.sqlite")
        let database = try await Database(url: DatabaseURL("sqlite:\(file.path)"))
        try await database.migrate(MigrationList.all)
        try await database.close()
        return file
    }

    static func with<Value>(isMigrated: Bool, _ body: (DatabaseURL) async throws -> Value) async throws -> Value {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("test.sqlite")
        if isMigrated { try await FileManager.default.copyItem(at: template.value, to: file) }
        return try await body(DatabaseURL("sqlite:\(file.path)"))
    }

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("fanghu-test-\(ProcessInfo.processInfo.globallyUniqueString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }
}
