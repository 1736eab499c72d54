import Foundation
import Testing

struct UserCommandTests {
    private func list(_ place: Workplace) async throws -> [[String: Any]] {
        let output = try await place.run("user", "list", "--json").output
        return try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [[String: Any]])
    }

    private func roles(_ account: [String: Any]) -> [String] {
        (account["appointments"] as? [[String: Any]] ?? []).compactMap { $0["role"] as? String }.sorted()
    }

    @Test func `an account is made, gets and loses a role, and is closed`() async throws {
        try await Workplace.furnished { place in
            let added = try await place.run(
                "user",
                "add",
                "Wang",
                "--role",
                "communityWorker",
                "--scope",
                "310105002001",
                "--display-name",
                "王",
                "--password-stdin",
                "--json",
                input: "correct horse battery\n"
            )
            #expect(added.status == 0)
            let account = try added.json()
            #expect(account["name"] as? String == "wang")
            #expect(account["displayName"] as? String == "王")
            #expect(!(added.output + added.errors).contains("horse"))
            let appointed = try await place.run(
                "user",
                "appoint",
                "wang",
                "--role",
                "director",
                "--scope",
                "310105002001",
                "--json"
            )
            #expect(roles(try appointed.json()) == ["communityWorker", "director"])
            let ended = try await place.run(
                "user",
                "end",
                "wang",
                "--role",
                "communityWorker",
                "--scope",
                "310105002001",
                "--json"
            )
            #expect(roles(try ended.json()) == ["director"])
        }
    }

    @Test func `an account that is closed keeps its name and its record`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let other = try await place.run("user", "end", "wang", "--role", "director", "--scope", "310105002001")
            #expect(other.status == 1)
            #expect(other.errors.contains("command.accountWithoutRole"))
            let closed = try await place.run("user", "close", "wang", "--json").json()
            #expect(closed["closed"] as? Bool == true)
            let all = try await list(place)
            #expect(all.count == 1)
            #expect(roles(all[0]).isEmpty)
            let again = try await place.addUser("wang", "communityWorker", at: "310105002001")
            #expect(again.errors.contains("access.nameTaken"))
            let chain = try await place.run("audit", "verify")
            #expect(chain.status == 0)
        }
    }

    @Test func `what cannot be is refused with its code, in the language of the terminal`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let taken = try await place.addUser("wang", "director", at: "310105002001")
            #expect(taken.status == 1)
            #expect(taken.errors.contains("access.nameTaken"))
            #expect(try await place.addUser("li", "director", at: "990105").errors.contains("access.unknownPlace"))
            let short = try await place.run(
                "user",
                "add",
                "li",
                "--role",
                "director",
                "--scope",
                "310105",
                "--password-stdin",
                input: "short\n",
                language: "zh_CN.UTF-8"
            )
            #expect(short.status == 1)
            #expect(short.errors.contains("密码至少"))
            let none = try await place.run(
                "user",
                "add",
                "li",
                "--role",
                "director",
                "--scope",
                "31",
                "--password-stdin"
            )
            #expect(none.errors.contains("command.passwordMissing"))
            let boss = try await place.addUser("li", "boss", at: "310105")
            #expect(boss.status == 64)
            #expect(boss.errors.contains("communityDoctor"))
            #expect(try await list(place).count == 1)
        }
    }

    @Test func `R-SEC-02: nobody becomes two of the three administrators`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("gao", "securityAdministrator", at: "31")
            let second = try await place.run("user", "appoint", "gao", "--role", "auditor", "--scope", "31")
            #expect(second.status == 1)
            #expect(second.errors.contains("access.administratorsConflict"))
        }
    }

    @Test func `a forgotten password is replaced`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let done = try await place.run("user", "password", "wang", "--password-stdin", input: "another long one\n")
            #expect(done.status == 0)
            #expect(!(done.output + done.errors).contains("another"))
            let weak = try await place.run("user", "password", "wang", "--password-stdin", input: "wang\n")
            #expect(weak.errors.contains("access.passwordTooWeak"))
        }
    }

    @Test func `a token is the only thing printed`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let plain = try await place.run("token", "create", "--user", "wang")
            #expect(plain.output.split(separator: "\n").count == 1)
            #expect(plain.output.hasPrefix("fgh_"))
            let document = try await place.run("token", "create", "--user", "wang", "--days", "7", "--json").json()
            #expect(document["user"] as? String == "wang")
            #expect((document["token"] as? String)?.hasPrefix("fgh_") == true)
            let nobody = try await place.run("token", "create", "--user", "nobody")
            #expect(nobody.status == 1)
            #expect(nobody.errors.contains("access.unknownAccount"))
        }
    }
}
