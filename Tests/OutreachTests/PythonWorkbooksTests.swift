import Fanghu
import FanghuTesting
import Foundation
import Outreach
import Testing

/// Spreadsheets through the converter: each is read or refused with its reason, and none takes this process along.
struct PythonWorkbooksTests {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..")
    static let workbooks = PythonWorkbooks(data: root.appending(path: "data"))
    /// Real awkward workbooks, which are not shipped with the product.
    static func real(_ name: String) -> [UInt8]? {
        guard let folder = SharedData.folder,
            let data = try? Data(contentsOf: folder.appending(path: "sheets").appending(path: name))
        else {
            print("skipped: \(name), for the folder of shared data is not here")
            return nil
        }
        return Array(data)
    }

    static func cells(_ table: LedgerTable) -> [[String]] { table.rows.map { $0.cells.map(\.text) } }

    @Test func `what is written comes back, with every digit and nothing that calculates`() async throws {
        let rows = [["姓名", "证件", "问题"], ["测试甲", "310100199001010016", "=1+1"], ["", "00012", "甲\n乙"]]
        let bytes = try await Self.workbooks.workbook(rows, sheet: "待更正")
        let table = try await Self.workbooks.table(of: bytes, sheet: nil)
        #expect(table.sheet == "待更正" && Self.cells(table) == rows)
    }

    static let read: [(String, String?, Int)] = [
        ("cn_date_and_number_formats.xlsx", nil, 28), ("every_cell_type.xlsx", nil, 2), ("formula_cells.xlsx", nil, 11),
        ("instructions_above_header.xls", nil, 3), ("many_sheets.xlsx", "Sheet4", 2),
        ("merged_cells_comments_links.xlsx", nil, 6), ("merged_title_row_newline_in_header.xlsx", nil, 3),
        ("millisecond_times.xlsx", nil, 6), ("second_sheet_name_with_space.xlsx", "simple", 2),
    ]

    @Test(arguments: read)
    func `a real workbook is read whole`(name: String, sheet: String?, rows: Int) async throws {
        guard let bytes = Self.real(name) else { return }
        let table = try await Self.workbooks.table(of: bytes, sheet: sheet)
        #expect(table.rows.count == rows)
    }

    @Test func `dates of Chinese formats are days`() async throws {
        guard let bytes = Self.real("cn_date_and_number_formats.xlsx") else { return }
        let table = try await Self.workbooks.table(of: bytes, sheet: nil)
        let days = table.rows.dropFirst()
            .compactMap { row -> CivilDate? in
                guard case .day(let day) = row.cell(0) else { return nil }
                return day
            }
        #expect(days.count >= 20 && Set(days.map(\.iso)).isSubset(of: ["2020-01-01", "2020-01-02", "2019-12-31"]))
    }

    @Test func `the first sheet that holds something is taken, and an unknown one names the others`() async throws {
        guard let bytes = Self.real("second_sheet_name_with_space.xlsx") else { return }
        #expect(try await Self.workbooks.table(of: bytes, sheet: nil).sheet == "simple ")
        await #expect(throws: LedgerRefusal.sheetUnknown(["Sheet1", "simple ", "Sheet3"])) {
            try await Self.workbooks.table(of: bytes, sheet: "没有")
        }
    }

    @Test func `a merged cell stands beside each of its rows`() async throws {
        guard let bytes = Self.real("merged_cells_comments_links.xlsx") else { return }
        let table = try await Self.workbooks.table(of: bytes, sheet: nil)
        let last = try #require(table.rows.last)
        #expect(last.cell(0) == last.cell(1) && !last.cell(0).isEmpty)
    }

    @Test func `a file cut off anywhere is refused and never half-read`() async throws {
        let whole = try await Self.workbooks.workbook([["姓名"], ["测试甲"], ["测试乙"]], sheet: "1")
        for length in [4, 60, whole.count / 2, whole.count - 30] {
            await #expect(throws: LedgerRefusal.damaged) {
                try await Self.workbooks.table(of: Array(whole.prefix(length)), sheet: nil)
            }
        }
        await #expect(throws: LedgerRefusal.damaged) {
            try await Self.workbooks.table(of: [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3], sheet: nil)
        }
    }

    @Test func `a converter that is not there or takes too long is said so`() async throws {
        let missing = PythonWorkbooks(data: Self.root, interpreter: URL(fileURLWithPath: "/nowhere/python3"))
        await #expect(throws: LedgerRefusal.readerMissing) { try await missing.table(of: [1], sheet: nil) }
        let slow = PythonWorkbooks(data: Self.root.appending(path: "data"), seconds: 0)
        await #expect(throws: LedgerRefusal.tooLarge) { try await slow.table(of: [1], sheet: nil) }
    }
}
