import Foundation
import Testing

struct TerritoryCommandTests {
    private static let list = """
        统计用区划代码,名称
        44,粤省
        4490,无区市
        449000003,东街道
        449000003001,东一社区居委会
        449000003002,东?社区居委会
        449000003498,东街道虚拟社区
        44900000,短码

        """

    /// Gives a fresh folder with the list in it, and its database's address.
    private func withFolder(_ body: (_ list: String, _ database: String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "fanghu-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let list = folder.appending(path: "list.csv")
        try Data(Self.list.utf8).write(to: list)
        try await body(list.path, "sqlite:\(folder.appending(path: "test.sqlite").path)")
    }

    @Test func `a list is imported, its bad rows are named, and its levels are counted`() async throws {
        try await withFolder { list, database in
            let dry = try await Binary.run(["--database", database, "territory", "import", list, "--dry-run", "--json"])
            let first = try await Binary.run(["--database", database, "territory", "import", list, "--json"])
            #expect(first.status == 0)
            #expect(dry.output == first.output)
            let report = try first.json()
            #expect(report["rows"] as? Int == 7)
            #expect(report["created"] as? Int == 6)
            let errors = try #require(report["errors"] as? [[String: Any]])
            #expect(errors.map { $0["code"] as? String } == ["name.lostCharacter", "code.malformed"])
            #expect(errors.map { $0["row"] as? Int } == [6, 8])
            #expect(errors.map { $0["column"] as? String } == ["name", "code"])
            let second = try await Binary.run(["territory", "import", list, "--json", "--database", database]).json()
            #expect(second["unchanged"] as? Int == 6)
            let environment = ["FANGHU_DATABASE": database]
            let counts = try await Binary.run(
                ["territory", "count", "--under", "4490", "--json"],
                environment: environment
            )
            let levels = try #require(counts.json()["levels"] as? [[String: Any]])
            #expect(levels.map { $0["level"] as? Int } == [2, 4, 5])
            #expect(levels.map { $0["count"] as? Int } == [1, 1, 2])
            #expect(levels.map { $0["total"] as? Int } == [1, 1, 3])
        }
    }

    @Test func `what cannot be done ends with one line and its exit code`() async throws {
        try await withFolder { list, database in
            _ = try await Binary.run(["territory", "import", list, "--database", database])
            let unknown = try await Binary.run(["territory", "count", "--under", "99", "--database", database])
            #expect(unknown.status == 1)
            #expect(unknown.errors.contains("access.unknownPlace"))
            let absent = try await Binary.run(["territory", "import", list + ".no", "--database", database])
            #expect(absent.status == 1)
            #expect(absent.errors.contains("list.csv.no"))
            let malformed = try await Binary.run(["territory", "count", "--under", "x", "--database", database])
            #expect(malformed.status == 1)
        }
    }

    @Test func `a doubtful match is listed and answered`() async throws {
        try await withFolder { list, database in
            let environment = ["FANGHU_DATABASE": database]
            _ = try await Binary.run(["territory", "import", list], environment: environment)
            let renamed = Self.list.replacing("东一社区", with: "荷塘社区")
            try Data(renamed.utf8).write(to: URL(filePath: list))
            let report = try await Binary.run(["territory", "import", list, "--json"], environment: environment).json()
            let proposals = try #require(report["proposals"] as? [[String: Any]])
            let id = try #require(proposals.first?["id"] as? String)
            #expect(try await Binary.run(["territory", "proposals"], environment: environment).output.contains(id))
            let answer = try await Binary.run(["territory", "decide", id, "--confirm"], environment: environment)
            #expect(answer.status == 0)
            #expect(try await Binary.run(["territory", "proposals"], environment: environment).output.isEmpty)
        }
    }
}
