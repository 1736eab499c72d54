import FanghuTesting
import Foundation
import Testing

/// `fanghu import households|persons|premises`, `list` and `undo`, as scripts use them.
struct LedgerImportTests {
    static let committee = "310105002001"

    static let households = """
        住户情况表,,,
        地址,室号,在住情况,居住人数
        愚园路1弄2号,301,在住,3
        愚园路1弄2号,302,外出,1
        愚园路1弄2号,303,不知道,

        """

    static let premises = """
        名称,地址,类别
        幸福便利店,愚园路8号,沿街商铺
        红星菜场,愚园路9号,市场

        """

    static func sent(
        _ place: Workplace,
        _ kind: String,
        _ file: String,
        _ more: [String] = []
    ) async throws
        -> Binary.Result
    {
        try await Binary.run(
            ["import", kind, file, "--committee", committee, "--json", "--database", place.database] + more
        )
    }

    @Test(arguments: [("households", households, 3, 2), ("premises", premises, 2, 2)])
    func `a dry run reports what the import does and changes nothing`(
        kind: String,
        sheet: String,
        rows: Int,
        created: Int
    ) async throws {
        try await Workplace.furnished { place in
            let file = try place.file("台账.csv", sheet)
            let before = try await place.run("verify", "--json").output
            let dry = try await Self.sent(place, kind, file, ["--dry-run"]).json()
            #expect(try await place.run("import", "list", "--json").output.filter { !$0.isWhitespace } == "[]")
            #expect(try await place.run("verify", "--json").output == before)
            let done = try await Self.sent(place, kind, file).json()
            for report in [dry, done] {
                #expect(report["rows"] as? Int == rows && report["created"] as? Int == created)
                #expect(report["changed"] as? Int == 0 && report["unchanged"] as? Int == 0)
                #expect((report["errors"] as? [Any])?.count == rows - created)
            }
            #expect(dry["dryRun"] as? Bool == true && dry["id"] == nil)
            #expect(done["dryRun"] as? Bool == false && done["id"] is String && done["repeated"] as? Bool == false)
            let again = try await Self.sent(place, kind, file).json()
            #expect(again["repeated"] as? Bool == true && again["created"] as? Int == 0 && again["id"] == nil)
            #expect(try await place.run("verify").status == 0)
        }
    }

    @Test func `wrong rows are named by row, column and code, and written as a table`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("住户.csv", Self.households)
            let wrong = place.folder.appending(path: "wrong.csv").path
            let report = try await Self.sent(place, "households", file, ["--problems", wrong]).json()
            let error = try #require((report["errors"] as? [[String: Any]])?.first)
            #expect(error["row"] as? Int == 5 && error["code"] as? String == "ledger.unknownWord")
            #expect(error["column"] is String && error["message"] is String)
            let table = try String(contentsOfFile: wrong, encoding: .utf8)
            #expect(table.contains("row,column,code,message") && table.contains("ledger.unknownWord"))
        }
    }

    @Test func `an import is listed, taken back once, and a second time refused`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("商铺.csv", Self.premises)
            let done = try await Self.sent(place, "premises", file).json()
            let id = try #require(done["id"] as? String)
            let text = try await place.run("import", "list", "--under", "310105002", "--json").output
            let listed = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
            #expect(listed.count == 1 && listed[0]["id"] as? String == id && listed[0]["kind"] as? String == "premises")
            #expect(listed[0]["file"] as? String == "商铺.csv" && listed[0]["undoneAt"] == nil)
            let undone = try await place.run("import", "undo", id, "--json").json()
            #expect(undone["undone"] as? Int == 2 && undone["kept"] as? Int == 0)
            let again = try await place.run("import", "undo", id)
            #expect(again.status == 1 && again.errors.contains("ledger.undoneAlready"))
            #expect(try await place.run("verify").status == 0)
        }
    }

    @Test(arguments: ["01900000-0000-7000-8000-000000000001", "x"])
    func `an import that is none cannot be taken back`(id: String) async throws {
        try await Workplace.furnished { place in
            let result = try await place.run("import", "undo", id, "--json")
            #expect(result.status == 1 && result.output.isEmpty && result.errors.contains("ledger.unknownImport"))
        }
    }

    @Test func `a map says which column is what where the guess is wrong`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("persons.csv", "甲,乙,丙\n王测试,\(FixtureNumbers.citizen(1)),愚园路1弄2号301室\n")
            let blind = try await Self.sent(place, "persons", file)
            #expect(blind.status == 1 && blind.errors.contains("ledger.headerMissing"))
            let map = try place.file("map.yaml", "columns:\n  甲: name\n  乙: document\n  丙: address\n")
            let seen = try await Self.sent(place, "persons", file, ["--map", map, "--dry-run"])
            #expect(seen.status == 0, "\(seen.errors)")
            #expect(try seen.json()["created"] as? Int == 1)
            let wrong = try place.file("wrong.yaml", "columns: [\n")
            let refused = try await Self.sent(place, "persons", file, ["--map", wrong])
            #expect(refused.status == 1 && refused.output.isEmpty)
        }
    }

    @Test(arguments: [
        ("empty.csv", "", "ledger.empty"), ("title.csv", "没有表头,的文件\n1,2\n", "ledger.headerMissing"),
        ("cut.xlsx", "PK\u{3}\u{4}cut off", "ledger.damaged"),
    ])
    func `a file that is no ledger is refused with its code, and nothing is taken`(
        name: String,
        content: String,
        code: String
    ) async throws {
        try await Workplace.furnished { place in
            let file = try place.file(name, content)
            let result = try await Self.sent(place, "households", file)
            #expect(result.status == 1 && result.output.isEmpty)
            #expect(result.errors.contains(code), "\(result.errors)")
            #expect(try await place.run("import", "list", "--json").output.filter { !$0.isWhitespace } == "[]")
        }
    }

    @Test func `the committee is required and must be one`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("住户.csv", Self.households)
            #expect(try await place.run("import", "households", file).status == 64)
            for code in ["310105002", "310105002009"] {
                let result = try await place.run("import", "households", file, "--committee", code, "--json")
                #expect(result.status == 1 && result.output.isEmpty, "\(code)")
            }
        }
    }

    /// Rows of a workbook come back as a workbook with what is wrong, which can be corrected and sent again.
    @Test func `the report of a wrong ledger is a workbook to correct`() async throws {
        try await Workplace.furnished { place in
            let file = try place.file("住户.csv", Self.households)
            let report = place.folder.appending(path: "待更正.xlsx").path
            #expect(try await Self.sent(place, "households", file, ["--report", report]).status == 0)
            #expect(try Data(contentsOf: URL(filePath: report)).starts(with: [0x50, 0x4B]))
            let again = try await Self.sent(place, "households", report, ["--dry-run"])
            #expect(try again.json()["rows"] as? Int == 1)
        }
    }

    @Test(arguments: [
        "cn_date_and_number_formats.xlsx", "every_cell_type.xlsx", "formula_cells.xlsx",
        "instructions_above_header.xls",
        "many_sheets.xlsx", "merged_cells_comments_links.xlsx", "merged_title_row_newline_in_header.xlsx",
        "millisecond_times.xlsx", "second_sheet_name_with_space.xlsx", "utf8_bom.csv", "utf8_no_bom.csv",
    ])
    func `a real awkward file is read or refused by a code, and a dry run leaves nothing`(name: String) async throws {
        guard let folder = SharedData.folder else {
            return print("skipped: \(name), for the folder of shared data is not here")
        }
        try await Workplace.furnished { place in
            let file = folder.appending(path: "sheets").appending(path: name).path
            let result = try await Self.sent(place, "households", file, ["--dry-run"])
            #expect(result.status == 0 || result.errors.contains("(ledger."), "\(result.status) \(result.errors)")
            #expect(try await place.run("import", "list", "--json").output.filter { !$0.isWhitespace } == "[]")
        }
    }

    @Test func `an unknown sheet names those that there are`() async throws {
        guard let folder = SharedData.folder else {
            return print("skipped: many_sheets.xlsx, for the folder of shared data is not here")
        }
        try await Workplace.furnished { place in
            let file = folder.appending(path: "sheets/many_sheets.xlsx").path
            let result = try await Self.sent(place, "households", file, ["--sheet", "没有", "--dry-run"])
            #expect(result.status == 1 && result.errors.contains("ledger.sheetUnknown"))
            #expect(result.errors.contains("Sheet4"))
        }
    }
}
