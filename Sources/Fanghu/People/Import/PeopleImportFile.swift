/// A file of persons as it was sent: where its columns are, and its rows as drafts.
struct PeopleImportFile: Sendable {
    /// One row of the file.
    struct Row: Sendable {
        let line: Int
        let draft: PersonDraft
        /// Name or code of the committee; empty where the file is of one committee.
        let committee: String
    }

    private let text: DelimitedText
    private let columns: [Column: Int]

    /// The columns of the import; the raw value is our own heading.
    enum Column: String, CaseIterable {
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

    init(bytes: [UInt8]) throws(PeopleRefusal) {
        text = DelimitedText(SourceText.decode(bytes))
        guard !text.header.isEmpty else { throw .fileEmpty }
        var columns: [Column: Int] = [:]
        for column in Column.allCases {
            columns[column] = text.column(column.headings)
        }
        guard columns[.name] != nil else { throw .noColumn("name") }
        self.columns = columns
    }

    var count: Int { text.records.count }

    /// A part of the rows, in the order of the file.
    func rows(_ range: Range<Int>) -> [Row] {
        text.records[range]
            .map { record in
                func field(_ column: Column) -> String? {
                    let value = record.field(columns[column])
                    return value.isEmpty ? nil : value
                }
                let number = field(.document)
                let draft = PersonDraft(
                    name: field(.name) ?? "",
                    sex: field(.sex),
                    birthDate: field(.birthDate),
                    documentKind: DocumentKind(written: field(.documentKind) ?? "", number: number ?? ""),
                    documentNumber: number,
                    documentIssuer: field(.issuer),
                    documentPending: number == nil,
                    phone: field(.phone),
                    nationality: field(.nationality),
                    registeredDivision: field(.registeredDivision),
                    address: field(.address)
                )
                return Row(line: record.line, draft: draft, committee: field(.committee) ?? "")
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
