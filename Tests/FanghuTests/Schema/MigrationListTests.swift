import Fanghu
import FanghuTesting
import Foundation
import Store
import Testing

/// The whole schema.
struct MigrationListTests {
    @Test func `no two migrations have one name`() {
        let names = MigrationList.all.map(\.name)
        #expect(Set(names).count == names.count)
    }

    @Test(arguments: Engine.available, Engine.available)
    func `both engines have the same tables, each with a key, and can be archived`(
        from: Engine,
        to: Engine
    ) async throws {
        let file = FileManager.default.temporaryDirectory
            .appendingPathComponent("fanghu-schema-\(ProcessInfo.processInfo.globallyUniqueString)").path
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await withDatabase(from) { source in
            let written = try await Archive.backup(source, to: file, at: 0)
            #expect(written.schemaVersion == MigrationList.all.count)
            try await withDatabase(to) { target in
                let restored = try await Archive.restore(file, into: target, migrations: MigrationList.all)
                #expect(restored == written)
            }
        }
    }
}
