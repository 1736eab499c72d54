import Foundation
import Testing

/// Gaps of coverage for scripts and for people.
struct CoverageGapsTests {
    static let dwellings = "committee,address\n第一居委会,愚园路1弄2号301室\n第一居委会,愚园路1弄2号302室\n第二居委会,愚园路1弄2号301室\n"

    static func filled(_ body: (Workplace) async throws -> Void) async throws {
        try await Workplace.furnished { place in
            let sheet = try place.file("dwellings.csv", dwellings)
            #expect(try await place.run("import", "dwellings", sheet, "--under", "310105002").status == 0)
            try await body(place)
        }
    }

    @Test func `every gap is counted, and those of one kind are listed whole`() async throws {
        try await Self.filled { place in
            let all = try await place.run("coverage", "gaps", "--under", "310105002", "--json").json()
            #expect(all["uncovered"] as? Int == 3 && all["unheard"] as? Int == 3 && all["unowned"] as? Int == 0)
            #expect(all["overlapping"] as? Int == 2, "one address stands in two registers")
            #expect(all["places"] == nil)
            let one =
                try await place.run(
                    "coverage",
                    "gaps",
                    "--under",
                    "310105002001",
                    "--gap",
                    "unheard",
                    "--since",
                    "2020-02-10",
                    "--json"
                )
                .json()
            let listed = try #require(one["places"] as? [[String: Any]])
            #expect(listed.count == 2 && one["unheard"] as? Int == 2 && one["since"] as? String == "2020-02-10")
            #expect(listed.allSatisfy { $0["kind"] as? String == "dwelling" && $0["owner"] == nil })
            #expect(Set(listed.compactMap { $0["address"] as? String }).count == 2)
        }
    }

    @Test func `a person reads a line for each figure in their language`() async throws {
        try await Self.filled { place in
            let result = try await place.run(
                "coverage",
                "gaps",
                "--under",
                "310105002",
                "--gap",
                "uncovered",
                language: "zh_CN.UTF-8"
            )
            #expect(result.status == 0 && result.output.contains("未划入\t3"))
            #expect(result.output.split(separator: "\n").count == 4 + 3)
        }
    }

    @Test(arguments: [["--under", "310199"], ["--under", "x"]])
    func `an unknown place is refused`(place arguments: [String]) async throws {
        try await Self.filled { place in
            let result = try await Binary.run(
                ["coverage", "gaps", "--json", "--database", place.database] + arguments
            )
            #expect(result.status == 1 && result.output.isEmpty)
        }
    }

    @Test func `a kind that is none is wrong usage`() async throws {
        let result = try await Binary.run(["coverage", "gaps", "--under", "31", "--gap", "all"])
        #expect(result.status == 64 && result.output.isEmpty)
    }
}
