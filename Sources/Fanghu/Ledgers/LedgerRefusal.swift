/// Why a ledger was not read at all; what is wrong with single rows is in its report.
package enum LedgerRefusal: Refusal, Equatable {
    case empty
    case tooLarge
    case damaged
    case encrypted
    case notText
    case sheetUnknown([String])
    case headerMissing
    case columnMissing(String)
    case mapWrong(String)
    /// The converter is not installed or did not answer.
    case readerMissing
    case unknownImport
    case undoneAlready

    package var code: String {
        switch self {
        case .empty: "ledger.empty"
        case .tooLarge: "ledger.tooLarge"
        case .damaged: "ledger.damaged"
        case .encrypted: "ledger.encrypted"
        case .notText: "ledger.notText"
        case .sheetUnknown: "ledger.sheetUnknown"
        case .headerMissing: "ledger.headerMissing"
        case .columnMissing: "ledger.columnMissing"
        case .mapWrong: "ledger.mapWrong"
        case .readerMissing: "ledger.readerMissing"
        case .unknownImport: "ledger.unknownImport"
        case .undoneAlready: "ledger.undoneAlready"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownImport: .absent
        case .undoneAlready: .conflict
        case .empty, .tooLarge, .damaged, .encrypted, .notText, .sheetUnknown, .headerMissing, .columnMissing,
            .mapWrong, .readerMissing:
            .invalid
        }
    }

    package var field: String? { kind == .invalid ? "file" : nil }

    package var words: Words {
        switch self {
        case .empty: Words("文件是空的。", "The file is empty.")
        case .tooLarge: Words("文件太大,请分成几份。", "The file is too large; send it in parts.")
        case .damaged: Words("文件无法读取,可能已损坏。", "The file cannot be read; it may be damaged.")
        case .encrypted: Words("文件有密码,请去掉密码再发。", "The file has a password; send it without.")
        case .notText: Words("不是表格或 CSV 文件。", "This is neither a spreadsheet nor a CSV file.")
        case .sheetUnknown(let names):
            Words(
                "没有这个工作表。共有:\(names.joined(separator: "、"))。",
                "There is no such sheet. There are: \(names.joined(separator: ", "))."
            )
        case .headerMissing:
            Words("没有找到表头:没有一列认得出来。", "No header was found: not one column is known.")
        case .columnMissing(let name): Words("缺少“\(name)”一列。", "The column “\(name)” is missing.")
        case .mapWrong(let what): Words("列对应有误:\(what)", "The mapping of columns is wrong: \(what)")
        case .readerMissing:
            Words(
                "本机不能读写电子表格:请安装 python3-openpyxl 和 python3-xlrd,或另存为 CSV。",
                "Spreadsheets cannot be read here: install python3-openpyxl and python3-xlrd, or save it as CSV."
            )
        case .unknownImport: Words("没有这次导入,或不在您的区域内。", "There is no such import in your territory.")
        case .undoneAlready: Words("这次导入已经撤销。", "This import has been taken back already.")
        }
    }
}
