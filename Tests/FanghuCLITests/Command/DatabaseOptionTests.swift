import Foundation
import Testing

struct DatabaseOptionTests {
    @Test func `the database is named before the verb, behind it, or in the environment`() async throws {
        try await Workplace.furnished { place in
            for arguments in [
                ["--database", place.database, "verify", "--json"],
                ["--database=\(place.database)", "verify", "--json"],
                ["verify", "--json", "--database", place.database],
                ["verify", "--database=\(place.database)", "--json"],
            ] {
                let result = try await Binary.run(arguments)
                #expect(result.status == 0)
            }
            let result = try await place.run("verify")
            #expect(result.status == 0)
        }
    }

    @Test(arguments: [
        "postgresql://clerk:geheim@127.0.0.1:1/fanghu", "postgres://clerk:geheim@127.0.0.1:1/fanghu",
        "postgresql://127.0.0.1:1/fanghu?user=clerk&password=geheim", "mysql://clerk:geheim@127.0.0.1/fanghu",
        "postgresql://clerk:geheim@127.0.0.1:1",
    ])
    func `R-SEC-01: the password of a database is never printed`(address: String) async throws {
        for verb in [["verify"], ["doctor"], ["doctor", "--json"], ["user", "list"]] {
            let result = try await Binary.run(["--database", address] + verb)
            #expect(result.status != 0)
            #expect(!(result.output + result.errors).contains("geheim"))
        }
    }

    @Test func `a mistyped name is no empty register`() async throws {
        try await Workplace.with { place in
            for verb in [["verify"], ["audit", "verify"], ["user", "list"], ["token", "create", "--user", "wang"]] {
                let result = try await Binary.run(["--database", place.database] + verb)
                #expect(result.status == 1)
                #expect(result.errors.contains("command.databaseMissing"))
                #expect(result.output.isEmpty)
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).isEmpty)
        }
    }

    @Test func `keys are made once for their owner alone, and never anew beside a written database`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let keys = place.folder.appending(path: "test.sqlite.keys")
            let mode = try FileManager.default.attributesOfItem(atPath: keys.path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            try FileManager.default.moveItem(at: keys, to: place.folder.appending(path: "elsewhere.keys"))
            let lost = try await place.run("user", "list")
            #expect(lost.status == 1)
            #expect(lost.errors.contains("command.keysLost"))
            let found = try await place.run("user", "list", "--keys", place.folder.path + "/elsewhere.keys")
            #expect(found.status == 0)
        }
    }

    @Test func `an incomplete share folder is named`() async throws {
        try await Workplace.furnished { place in
            let result = try await place.run("user", "list", "--share", place.folder.path)
            #expect(result.status == 1)
            #expect(result.errors.contains(place.folder.path))
            #expect(result.errors.contains("command.dataMissing"))
        }
    }
}
