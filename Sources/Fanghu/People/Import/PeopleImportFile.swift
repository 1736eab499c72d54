/// A file of persons as it was sent: where its columns are, and its rows as drafts.
struct PeopleImportFile: Sendable {
    /// One row of the file.
    struct Row: Sendable {
        let line: Int
        let draft: PersonDraft
        /// Name or code of the committee; empty where the file is of one committee.
        let committee: String
    }

    let layout: LedgerLayout<Column>
    let table: LedgerTable
    private let lines: [LedgerRow]

    /// The columns of the import; the raw value is our own heading.
    enum Column: String, LedgerField {
        case name
        case sex
        case birthDate
        case documentKind
        case document
        case issuer
        case phone
        case nationality
        case registeredDivision
        case address
        case committee

        /// Headings under which the ledgers of committees have it.
        var headings: [String] {
            switch self {
            case .name: ["name", "姓名"]
            case .sex: ["sex", "gender", "性别"]
            case .birthDate: ["birthDate", "born", "出生日期", "出生年月日"]
            case .documentKind: ["documentKind", "documentType", "证件类型"]
            case .document: ["document", "documentNumber", "证件号码", "身份证号码", "身份证号", "证件号"]
            case .issuer: ["issuer", "issuingCountry", "签发国", "签发国家"]
            case .phone: ["phone", "mobile", "手机", "手机号码", "手机号", "联系电话", "电话"]
            case .nationality: ["nationality", "国籍", "国籍(地区)"]
            case .registeredDivision: ["registeredDivision", "户籍地", "户籍地代码"]
            case .address: ["address", "地址", "居住地址", "现住址", "在沪居住地址"]
            case .committee: ["committee", "居委", "居村", "村居", "居委会", "居村委", "居村委会"]
            }
        }
    }

    init(_ table: LedgerTable, map: LedgerMap = LedgerMap()) throws {
        layout = try LedgerLayout(of: table, map: map)
        self.table = table
        lines = layout.data(of: table)
    }

    var count: Int { lines.count }

    /// A part of the rows in the order of the file; rows that cannot be read are problems.
    func rows(_ range: Range<Int>) -> (rows: [Row], problems: [RowProblem]) {
        var rows: [Row] = []
        var problems: [RowProblem] = []
        for line in lines[range] {
            do throws(CellProblem) {
                rows += try PersonCells(line, layout).rows
            } catch {
                problems.append(error.problem.problem(row: line.number, column: error.column.rawValue))
            }
        }
        return (rows, problems)
    }

    /// A cell that cannot be read.
    struct CellProblem: Error {
        let column: Column
        let problem: LedgerProblem
    }
}

extension PeopleImportFile.Column {
    static let needed: [[PeopleImportFile.Column]] = [[.name]]
}

/// One row as it stands in the file, with one person in it or several.
private struct PersonCells {
    private let line: LedgerRow
    private let layout: LedgerLayout<PeopleImportFile.Column>

    init(_ line: LedgerRow, _ layout: LedgerLayout<PeopleImportFile.Column>) {
        self.line = line
        self.layout = layout
    }

    var rows: [PeopleImportFile.Row] {
        get throws(PeopleImportFile.CellProblem) {
            let names = try parts(.name)
            guard names.count > 1 else { return [try row(names.first ?? "", 0, of: 1)] }
            var rows: [PeopleImportFile.Row] = []
            for (index, name) in names.enumerated() { rows.append(try row(name, index, of: names.count)) }
            return rows
        }
    }

    private func row(
        _ name: String,
        _ index: Int,
        of count: Int
    ) throws(PeopleImportFile.CellProblem) -> PeopleImportFile.Row {
        let number = try one(.document, index, of: count)
        let draft = PersonDraft(
            name: name,
            sex: try one(.sex, index, of: count),
            birthDate: count == 1 ? try born() : nil,
            documentKind: DocumentKind(written: try text(.documentKind) ?? "", number: number ?? ""),
            documentNumber: number,
            documentIssuer: try text(.issuer),
            documentPending: number == nil,
            phone: try phone(index, of: count),
            nationality: try text(.nationality),
            registeredDivision: try text(.registeredDivision),
            address: try text(.address)
        )
        return PeopleImportFile.Row(line: line.number, draft: draft, committee: try text(.committee) ?? "")
    }

    private func text(_ column: PeopleImportFile.Column) throws(PeopleImportFile.CellProblem) -> String? {
        guard let index = layout.columns[column] else { return nil }
        do throws(LedgerProblem) {
            return try line.cell(index).plain()
        } catch {
            throw PeopleImportFile.CellProblem(column: column, problem: error)
        }
    }

    private func parts(_ column: PeopleImportFile.Column) throws(PeopleImportFile.CellProblem) -> [String] {
        guard let index = layout.columns[column] else { return [] }
        do throws(LedgerProblem) {
            return try line.cell(index).parts()
        } catch {
            throw PeopleImportFile.CellProblem(column: column, problem: error)
        }
    }

    /// What belongs to one of several people: as many entries as people, or none.
    private func one(
        _ column: PeopleImportFile.Column,
        _ index: Int,
        of count: Int
    ) throws(PeopleImportFile.CellProblem) -> String? {
        guard count > 1 else { return try text(column) }
        let parts = try parts(column)
        guard !parts.isEmpty else { return nil }
        guard parts.count == count else {
            let problem = LedgerProblem.peopleMismatch(names: count, others: parts.count)
            throw PeopleImportFile.CellProblem(column: column, problem: problem)
        }
        return parts[index]
    }

    /// A household's one telephone is everybody's.
    private func phone(_ index: Int, of count: Int) throws(PeopleImportFile.CellProblem) -> String? {
        let parts = try parts(.phone)
        return count > 1 && parts.count == count ? parts[index] : parts.isEmpty ? nil : parts.joined(separator: "、")
    }

    private func born() throws(PeopleImportFile.CellProblem) -> String? {
        guard let index = layout.columns[.birthDate] else { return nil }
        do throws(LedgerProblem) {
            return try line.cell(index).day()?.iso
        } catch {
            throw PeopleImportFile.CellProblem(column: .birthDate, problem: error)
        }
    }
}

extension DocumentKind {
    /// As ledgers write it; where they write nothing, what the number looks like.
    init(written text: String, number: String) {
        switch IdentifierText.normalised(text) {
        case "港澳台居民居住证", "居住证": self = .residencePermit
        case "外国人永久居留身份证", "外国人永久居留证": self = .foreignerCard
        case "港澳居民来往内地通行证", "港澳通行证", "回乡证": self = .hongKongMacauPermit
        case "台湾居民来往大陆通行证", "台胞证": self = .taiwanPermit
        case "护照", "中国护照": self = .chinesePassport
        case "外国护照": self = .foreignPassport
        case "出生医学证明", "出生证": self = .birthCertificate
        case let other:
            let named = DocumentKind.allCases.first { $0.rawValue.uppercased() == other }
            self = named ?? DocumentKind.likely(IdentifierText.normalised(number))
        }
    }

    private static func likely(_ number: String) -> DocumentKind {
        guard let first = number.utf8.first, first.isCapital, number.utf8.count < 15 else { return .citizenNumber }
        return number.hasPrefix("H") || number.hasPrefix("M") ? .hongKongMacauPermit : .chinesePassport
    }
}
