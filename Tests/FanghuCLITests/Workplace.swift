import Foundation
import Testing

/// A folder with a database of its own, gone when the test is over.
struct Workplace {
    let folder: URL
    var database: String { "sqlite:\(folder.appending(path: "test.sqlite").path)" }

    /// A small list: one township with two committees, and one virtual one.
    static let list = """
        code,name
        31,上海市
        3101,市辖区
        310105,长宁区
        310105002,江苏路街道
        310105002001,第一居委会
        310105002002,第二居委会

        """

    static func with(_ body: (Workplace) async throws -> Void) async throws {
        let name = "fanghu-cli-\(UUID().uuidString)"
        let folder = FileManager.default.temporaryDirectory.appending(path: name)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(Workplace(folder: folder))
    }

    /// With the small list imported.
    static func furnished(_ body: (Workplace) async throws -> Void) async throws {
        try await with { place in
            let list = try place.file("list.csv", list)
            #expect(try await place.run("territory", "import", list).status == 0)
            try await body(place)
        }
    }

    func file(_ name: String, _ text: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func run(_ arguments: String..., input: String = "", language: String = "C.UTF-8") async throws -> Binary.Result {
        try await Binary.run(
            arguments,
            environment: ["FANGHU_DATABASE": database, "LANG": language],
            input: input
        )
    }

    @discardableResult
    func addUser(_ name: String, _ role: String, at scope: String) async throws -> Binary.Result {
        try await run(
            "user",
            "add",
            name,
            "--role",
            role,
            "--scope",
            scope,
            "--password-stdin",
            input: "correct horse battery\n"
        )
    }
}
