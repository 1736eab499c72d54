/// What is wrong with one cell.
package enum LedgerProblem: Error, Equatable, Sendable {
    /// A long number whose last digits a spreadsheet has thrown away.
    case digitsLost
    case noSuchDay(String)
    case yearMissing(String)
    case notANumber(String)
    case unusable(String)
    case unknownWord(String)
    case peopleMismatch(names: Int, others: Int)
    case missing
    case repeated(Int)

    package var code: String {
        switch self {
        case .digitsLost: "ledger.digitsLost"
        case .noSuchDay: "ledger.noSuchDay"
        case .yearMissing: "ledger.yearMissing"
        case .notANumber: "ledger.notANumber"
        case .unusable: "ledger.formula"
        case .unknownWord: "ledger.unknownWord"
        case .peopleMismatch: "ledger.peopleMismatch"
        case .missing: "ledger.missing"
        case .repeated: "ledger.repeated"
        }
    }

    package var words: Words {
        switch self {
        case .digitsLost:
            Words(
                "号码被存成了科学计数法,末几位已丢失;请设为文本格式重新录入。",
                "The number was kept in scientific notation and has lost its last digits; type it again as text."
            )
        case .noSuchDay(let text): Words("“\(text)”不是日期。", "“\(text)” is no date.")
        case .yearMissing(let text): Words("“\(text)”没有写年份。", "“\(text)” has no year.")
        case .notANumber(let text): Words("“\(text)”不是人数。", "“\(text)” is no number of people.")
        case .unusable(let text):
            Words("此格是未计算或出错的公式(\(text))。", "The cell is a formula that failed or was never calculated (\(text)).")
        case .unknownWord(let text): Words("“\(text)”看不懂。", "“\(text)” is not understood.")
        case .peopleMismatch(let names, let others):
            Words("一格有 \(names) 人,另一格有 \(others) 项,对不上。", "One cell names \(names) people, another \(others).")
        case .missing: Words("此格是空的。", "The cell is empty.")
        case .repeated(let row): Words("与第 \(row) 行重复。", "The same as row \(row).")
        }
    }

    func problem(row: Int, column: String) -> RowProblem {
        RowProblem(row: row, column: column, code: code, words: words)
    }
}

// What cells mean; the same for every kind of ledger.

extension LedgerCell {
    /// The text, in plain digits and letters, without blanks around it; nil where there is none.
    package func plain() throws(LedgerProblem) -> String? {
        switch self {
        case .empty: return nil
        case .text(let text):
            let normal = LedgerText.halfWidth(text)
            return normal.isEmpty ? nil : normal
        case .number(let digits, let isLossy):
            guard !isLossy else { throw .digitsLost }
            return digits
        case .day(let day): return day.iso
        case .unusable(let text): throw .unusable(text)
        }
    }

    /// What it names one after the other: `张三、李四`, one a line, or with a slash between them.
    package func parts() throws(LedgerProblem) -> [String] {
        guard case .text(let text) = self else { return try plain().map { [$0] } ?? [] }
        return LedgerText.people(text)
    }

    /// A day: 2020年2月10日, 2020.2.10, 2020/2/10, 20200210, a spreadsheet's serial, or a real date.
    package func day() throws(LedgerProblem) -> CivilDate? {
        if case .day(let day) = self { return day }
        guard let text = try plain() else { return nil }
        return try LedgerText.day(text)
    }

    /// How many people: `3`, `3人`, `３`.
    package func count() throws(LedgerProblem) -> Int? {
        guard let text = try plain() else { return nil }
        let digits = text.filter { !"人口户个".contains($0) && !$0.isWhitespace }
        guard let number = Int(digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits), (0...99).contains(number)
        else { throw .notANumber(text) }
        return number
    }
}

/// Texts of ledgers in one form.
enum LedgerText {
    /// The serial of 1900-01-01 in spreadsheets is 1, and they count a 29 February 1900 that never was.
    private static let serialZero = CivilDate(daysSince1970: -25569)

    /// Full-width digits, letters and marks made plain; blanks at the ends gone.
    static func halfWidth(_ text: String) -> String {
        // Most cells of most files hold neither full-width marks nor doubled blanks.
        guard text.utf8.contains(where: { $0 >= 0xE3 || $0 == 0xC2 || $0 <= 0x20 }) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF0F, 0xFF0E, 0xFF0D:
                if let plain = Unicode.Scalar(scalar.value - 0xFEE0) { result.append(plain) }
            case 0x3000, 0xA0: result.append(" ")
            default: result.append(scalar)
            }
        }
        return IdentifierText.singleSpaced(String(result))
    }

    static func day(_ text: String) throws(LedgerProblem) -> CivilDate {
        // The time of day behind a date says nothing here.
        let head = text.split(separator: " ", maxSplits: 1).first.map(String.init) ?? text
        if let match = head.wholeMatch(of: /([0-9]{4})[年.\/\-]([0-9]{1,2})[月.\/\-]([0-9]{1,2})日?/) {
            return try civil(match.1, match.2, match.3, text)
        }
        if let match = head.wholeMatch(of: /((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})/) {
            return try civil(match.1, match.2, match.3, text)
        }
        if let match = head.wholeMatch(of: /([0-9]{2})[.\/\-]([0-9]{1,2})[.\/\-]([0-9]{1,2})/), let year = Int(match.1),
            year >= 19
        {
            return try civil("20\(match.1)", match.2, match.3, text)
        }
        if let match = head.wholeMatch(of: /([0-9]{5})(?:\.[0-9]+)?/), let serial = Int(match.1),
            (20_000...80_000).contains(serial)
        {
            return serialZero.adding(days: serial)
        }
        if head.wholeMatch(of: /[0-9]{1,2}[月.\/\-][0-9]{1,2}日?/) != nil { throw .yearMissing(text) }
        throw .noSuchDay(text)
    }

    private static func civil(
        _ year: some StringProtocol,
        _ month: some StringProtocol,
        _ day: some StringProtocol,
        _ text: String
    ) throws(LedgerProblem) -> CivilDate {
        guard let year = Int(year), let month = Int(month), let day = Int(day),
            let date = CivilDate(year: year, month: month, day: day)
        else { throw .noSuchDay(text) }
        return date
    }

    static func people(_ text: String) -> [String] {
        text.split { "、,，;；/\n\r".contains($0) }
            .map { halfWidth(String($0)) }
            .filter { !$0.isEmpty }
    }
}
