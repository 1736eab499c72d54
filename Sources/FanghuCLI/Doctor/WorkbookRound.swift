import Fanghu
import Outreach

/// Whether spreadsheets can be read: one is written and read back through the converter.
struct WorkbookRound {
    let options: GlobalOptions

    /// Long enough for the two starts of the converter on a busy machine.
    private static let seconds = 30

    func finding() async -> DoctorFinding {
        let sample = [["姓名", "证件"], ["甲", "00012"]]
        do {
            let workbooks = PythonWorkbooks(data: try options.sharePlace.data, seconds: Self.seconds)
            let bytes = try await workbooks.workbook(sample, sheet: "1")
            let table = try await workbooks.table(of: bytes, sheet: nil)
            guard table.rows.map({ $0.cells.map(\.text) }) == sample else { throw LedgerRefusal.damaged }
            try await readOldFormat(with: workbooks)
            return .ok("workbooks", "可读写 XLSX、XLS", "XLSX and XLS can be read")
        } catch LedgerRefusal.readerMissing {
            // The pages and CSV go on without; a committee's XLSX is refused until it is there.
            return .warn(
                "workbooks",
                Words("没有表格转换程序，只能导入 CSV", "the converter for spreadsheets is missing: CSV only"),
                do: Words(
                    "安装 python3、python3-openpyxl、python3-xlrd",
                    "install python3, python3-openpyxl and python3-xlrd"
                )
            )
        } catch {
            return .fail("workbooks", because: error)
        }
    }

    /// XLS has a library of its own; it refuses the bare head of a file as damaged, and where it is missing says that.
    private func readOldFormat(with workbooks: PythonWorkbooks) async throws {
        do {
            _ = try await workbooks.table(of: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], sheet: nil)
        } catch LedgerRefusal.damaged {
            return
        }
    }
}
