import Foundation
import Testing

struct DoctorTests {
    private func states(_ result: Binary.Result) throws -> [String: String] {
        let findings = try #require(try result.json()["findings"] as? [[String: Any]])
        return Dictionary(
            findings.compactMap { finding in
                (finding["check"] as? String)
                    .flatMap { check in
                        (finding["state"] as? String).map { (check, $0) }
                    }
            },
            uniquingKeysWith: { $1 }
        )
    }

    @Test func `a new database lacks an administrator, and has everything with two`() async throws {
        try await Workplace.furnished { place in
            let first = try await place.run("doctor", "--json")
            #expect(first.status == 3)
            #expect(try first.json()["ok"] as? Bool == false)
            #expect(try states(first)["administrators"] == "fail")
            #expect(try states(first)["territory"] == "ok")
            try await place.addUser("gao", "securityAdministrator", at: "31")
            let second = try await place.run("doctor", "--json")
            #expect(second.status == 0)
            #expect(try states(second)["administrators"] == "warn")
            try await place.addUser("sun", "securityAdministrator", at: "310105")
            let third = try await place.run("doctor", "--json")
            #expect(try states(third)["administrators"] == "ok")
        }
    }

    @Test func `it names what is missing and makes nothing`() async throws {
        try await Workplace.with { place in
            let missing = try await place.run("doctor", "--json")
            #expect(missing.status == 3)
            #expect(try states(missing)["database"] == "fail")
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder.path).isEmpty)
        }
    }

    @Test func `keys that others may read are a failure`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("gao", "securityAdministrator", at: "31")
            let keys = place.folder.path + "/test.sqlite.keys"
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: keys)
            let result = try await place.run("doctor", "--json")
            #expect(try states(result)["keys"] == "fail")
            #expect(result.output.contains("chmod 600"))
        }
    }

    @Test func `a person gets a line for each check in their language`() async throws {
        try await Workplace.furnished { place in
            let result = try await place.run("doctor", language: "zh_CN.UTF-8")
            #expect(result.output.contains("居村委"))
            #expect(result.output.split(separator: "\n").count == 9)
        }
    }

    @Test func `spreadsheets are written and read back, and without the converter's files it says so`() async throws {
        try await Workplace.furnished { place in
            let whole = try await place.run("doctor", "--json")
            #expect(try states(whole)["workbooks"] == "ok", "\(whole.output)")
            let bare = try await place.run("doctor", "--json", "--share", place.folder.path)
            #expect(bare.status == 3)
            #expect(try states(bare)["workbooks"] == "fail")
        }
    }
}
