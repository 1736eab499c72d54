import Foundation
import Testing

struct ArchiveTests {
    @Test func `what was backed up comes back and agrees with itself`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let file = place.folder.appending(path: "a.fanghu").path
            let written = try await place.run("backup", file, "--json")
            #expect(written.status == 0)
            let archive = try written.json()
            #expect(archive["rows"] as? Int ?? 0 > 6)
            let other = place.folder.appending(path: "other.sqlite").path
            let restored = try await Binary.run(["restore", file, "--json", "--database", "sqlite:\(other)"])
            #expect(restored.status == 0)
            let document = try restored.json()
            #expect(document["ok"] as? Bool == true)
            #expect((document["archive"] as? [String: Any])?["rows"] as? Int == archive["rows"] as? Int)
            #expect(restored.errors.contains("other.sqlite.keys"))
            let keys = place.folder.appending(path: "test.sqlite.keys").path
            let users = try await Binary.run(["user", "list", "--database", "sqlite:\(other)", "--keys", keys])
            #expect(users.output.hasPrefix("wang\t"))
        }
    }

    @Test func `a file that is there is kept, and so is a database with data`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("a.fanghu", "something else")
            let kept = try await place.run("backup", file)
            #expect(kept.status == 1)
            #expect(kept.errors.contains("command.fileExists"))
            let forced = try await place.run("backup", file, "--force")
            #expect(forced.status == 0)
            let full = try await place.run("restore", file)
            #expect(full.status == 1)
            #expect(full.errors.contains("archive.databaseIsNotEmpty"))
            let emptied = try await place.run("restore", file, "--force-empty", "--json")
            #expect(emptied.status == 0)
            let aside = try #require(try emptied.json()["putAside"] as? String)
            #expect(FileManager.default.fileExists(atPath: aside))
            let count = try await place.run("territory", "count", "--under", "31")
            #expect(count.status == 0)
        }
    }

    @Test func `a damaged backup is refused before anything is put aside`() async throws {
        try await Workplace.furnished { place in
            let file = place.folder.appending(path: "a.fanghu").path
            _ = try await place.run("backup", file)
            let whole = try String(contentsOfFile: file, encoding: .utf8)
            for (content, code) in [
                (whole.replacing("江苏路街道", with: "江苏路街镇"), "archive.altered"),
                (String(whole.prefix(whole.count / 2)), "archive."), ("{}\n", "archive.unknownFormat"),
            ] {
                let damaged = try place.file("damaged.fanghu", content)
                let result = try await place.run("restore", damaged, "--force-empty")
                #expect(result.status == 1)
                #expect(result.errors.contains(code))
            }
            let files = try FileManager.default.contentsOfDirectory(atPath: place.folder.path)
            #expect(!files.contains { $0.contains(".before-") })
            let missing = try await place.run("restore", file + ".no")
            #expect(missing.errors.contains("command.fileMissing"))
        }
    }
}
