import FanghuTesting
import Foundation
import Testing

struct ImportTests {
    private static let persons = """
        姓名,身份证号,手机,地址,居委
        王测试,\(FixtureNumbers.citizen(1)),\(FixtureNumbers.phone(1)),愚园路1弄2号301室,第一居委会
        李测试,\(FixtureNumbers.citizen(2)),\(FixtureNumbers.phone(2)),愚园路1弄2号302室,310105002002
        赵测试,123,\(FixtureNumbers.phone(3)),愚园路1弄2号303室,第一居委会
        钱测试,\(FixtureNumbers.citizen(4)),\(FixtureNumbers.phone(4)),愚园路1弄2号304室,第九居委会

        """

    @Test func `a dry run says what the import does, and wrong rows come back as a table`() async throws {
        try await Workplace.furnished { place in
            let list = try place.file("persons.csv", Self.persons)
            let wrong = place.folder.appending(path: "wrong.csv").path
            let arguments = ["import", "persons", list, "--under", "310105002", "--json", "--database", place.database]
            let dry = try await Binary.run(arguments + ["--dry-run"]).json()
            let done = try await Binary.run(arguments + ["--problems", wrong]).json()
            for report in [dry, done] {
                #expect(report["rows"] as? Int == 4)
                #expect(report["created"] as? Int == 2)
                let errors = try #require(report["errors"] as? [[String: Any]])
                #expect(errors.compactMap { $0["row"] as? Int } == [4, 5])
            }
            #expect(try String(contentsOfFile: wrong, encoding: .utf8).split(separator: "\r\n").count == 3)
            let again = try await Binary.run(arguments).json()
            #expect(again["created"] as? Int == 0)
            #expect(again["unchanged"] as? Int == 2)
            let figures = try await place.run("verify")
            #expect(figures.status == 0)
        }
    }

    @Test func `dwellings come from the standard input too`() async throws {
        try await Workplace.furnished { place in
            let sheet = "committee,address\n第一居委会,愚园路1弄2号301室\n第一居委会,愚园路1弄2号302室\n第九居委会,愚园路1弄2号1室\n"
            let result = try await place.run("import", "dwellings", "-", "--under", "310105002", "--json", input: sheet)
            let report = try result.json()
            #expect(report["created"] as? Int == 2)
            #expect((report["errors"] as? [Any])?.count == 1)
            let missing = try await place.run("import", "dwellings", place.folder.path + "/no.csv")
            #expect(missing.errors.contains("command.fileMissing"))
            let empty = try await place.run("import", "persons", "-", input: "")
            #expect(empty.status == 1)
        }
    }
}
