/// One cell of a ledger as it stands in the file, before anybody says what it means.
package enum LedgerCell: Hashable, Sendable {
    case empty
    case text(String)
    /// A number in its digits; past fifteen of them a spreadsheet has lost the last ones.
    case number(String, isLossy: Bool)
    case day(CivilDate)
    /// A formula that nobody has calculated, or one that failed.
    case unusable(String)

    package var isEmpty: Bool {
        switch self {
        case .empty: true
        case .text(let text): text.allSatisfy { $0.isWhitespace }
        case .number, .day, .unusable: false
        }
    }

    /// As a person reads it.
    package var text: String {
        switch self {
        case .empty: ""
        case .text(let text): text
        case .number(let digits, _): digits
        case .day(let day): day.iso
        case .unusable(let text): text
        }
    }
}

/// One row with its number in the file, counted from 1.
package struct LedgerRow: Hashable, Sendable {
    package let number: Int
    package let cells: [LedgerCell]

    package init(number: Int, cells: [LedgerCell]) {
        self.number = number
        self.cells = cells
    }

    package func cell(_ column: Int) -> LedgerCell { column < cells.count ? cells[column] : .empty }
}

/// A sheet: its rows that are not blank.
package struct LedgerTable: Sendable {
    package let sheet: String?
    /// Every sheet that the file shows.
    package let sheets: [String]
    package let rows: [LedgerRow]

    package init(sheet: String?, sheets: [String], rows: [LedgerRow]) {
        self.sheet = sheet
        self.sheets = sheets
        self.rows = rows
    }

    /// A text with a separator, in any encoding that `SourceText` reads.
    package init(text bytes: [UInt8]) {
        let text = DelimitedText(SourceText.decode(bytes))
        let header = LedgerRow(number: 1, cells: text.header.map(LedgerCell.init(written:)))
        let rows = text.records.map { LedgerRow(number: $0.line, cells: $0.fields.map(LedgerCell.init(written:))) }
        self.init(sheet: nil, sheets: [], rows: (header.cells.isEmpty ? [] : [header]) + rows)
    }

    /// `A`, `B`, … `AA`, as spreadsheets name columns.
    package static func letters(of column: Int) -> String {
        var rest = column
        var text = ""
        repeat {
            text = String(UnicodeScalar(UInt8(65 + rest % 26))) + text
            rest = rest / 26 - 1
        } while rest >= 0
        return text
    }
}

extension LedgerCell {
    /// What a text file holds; a long number in scientific notation has lost its digits here too.
    package init(written text: String) {
        guard !text.isEmpty else {
            self = .empty
            return
        }
        self = Self.isScientific(text) ? .number(text, isLossy: true) : .text(text)
    }

    /// `3.10105E+17`; asked of every cell of long files, so the rare letter is looked for first.
    private static func isScientific(_ text: String) -> Bool {
        guard text.utf8.first.map({ (48...57).contains($0) }) == true,
            text.utf8.contains(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") })
        else { return false }
        return text.wholeMatch(of: /[0-9.]+[eE]\+?[0-9]{1,3}/) != nil
    }
}

/// Reads spreadsheets; what lies behind it keeps hostile files outside this process.
package protocol WorkbookReader: Sendable {
    /// - Parameter sheet: nil for the first that is not empty.
    /// - Throws: `LedgerRefusal` where the file cannot be read or is too large.
    func table(of bytes: [UInt8], sheet: String?) async throws -> LedgerTable

    /// Writes rows of text as a spreadsheet; the first row is the header.
    func workbook(_ rows: [[String]], sheet: String) async throws -> [UInt8]
}

/// What kind of file somebody sent, by its first bytes and never by its name.
package enum LedgerFormat: Sendable {
    case text
    case workbook

    package init(of bytes: [UInt8]) {
        let isZip = bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
        let isCompound = bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
        self = isZip || isCompound ? .workbook : .text
    }
}
