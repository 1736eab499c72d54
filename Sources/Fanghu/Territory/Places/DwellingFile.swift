/// A sheet of dwellings: committee, compound and address in each row.
///
/// The committee is given by code, by our own id, or by a name that occurs once where it is looked for.
struct DwellingFile: Sendable {
    struct Row: Sendable {
        let line: Int
        let committee: DivisionID
        let compound: String?
        let address: PostalAddress
    }

    let rows: [Row]
    let problems: [RowProblem]
    let rowCount: Int

    /// - Parameter place: names of committees are looked for below it; everywhere when nil.
    init(bytes: [UInt8], in territory: Territory, under place: DivisionID?) throws(PlacesRefusal) {
        let text = DelimitedText(SourceText.decode(bytes))
        guard !text.header.isEmpty else { throw .fileEmpty }
        guard let committee = text.column(["committee", "committee_code", "居村委", "居委会", "居委", "居委代码", "区划代码"])
        else { throw .columnMissing("committee") }
        guard let address = text.column(["address", "地址", "住址", "门牌地址"]) else { throw .columnMissing("address") }
        let compound = text.column(["compound", "小区", "小区名称"])
        let names = CommitteeNames(territory, under: place)
        let parser = AddressParser(territory: territory)
        var rows: [Row] = []
        var problems: [RowProblem] = []
        for record in text.records {
            do throws(DwellingProblem) {
                let committee = try names.committee(record.field(committee))
                let address = try DwellingFile.address(record.field(address), parser)
                let name = DivisionName.normalise(record.field(compound))
                rows.append(
                    Row(line: record.line, committee: committee, compound: name.isEmpty ? nil : name, address: address)
                )
            } catch {
                problems.append(error.problem(row: record.line))
            }
        }
        self.rows = rows
        self.problems = problems
        rowCount = text.records.count
    }

    private static func address(_ text: String, _ parser: AddressParser) throws(DwellingProblem) -> PostalAddress {
        let address: PostalAddress
        do throws(AddressProblem) {
            address = try parser.parse(text)
        } catch {
            throw .address(error)
        }
        guard address.isPrecise else { throw .addressVague(text) }
        return address
    }
}

/// What is wrong with a row of a sheet of dwellings.
enum DwellingProblem: Error {
    case committeeUnknown(String)
    case committeeAmbiguous(String)
    case address(AddressProblem)
    case addressVague(String)
    case compoundUnknown(String)
    case outsideTerritory
    case repeated(first: Int)

    func problem(row: Int) -> RowProblem {
        switch self {
        case .committeeUnknown(let text):
            RowProblem(
                row: row,
                column: "committee",
                code: "committee.unknown",
                words: Words("没有居村委“\(text)”", "there is no committee “\(text)”")
            )
        case .committeeAmbiguous(let text):
            RowProblem(
                row: row,
                column: "committee",
                code: "committee.ambiguous",
                words: Words("有几个“\(text)”，请填代码", "several committees are called “\(text)”; give the code")
            )
        case .address(let problem):
            RowProblem(row: row, column: "address", code: problem.code, words: problem.words)
        case .addressVague(let text):
            RowProblem(
                row: row,
                column: "address",
                code: "address.vague",
                words: Words("“\(text)”没有弄号或宅名", "“\(text)” names no building")
            )
        case .compoundUnknown(let text):
            RowProblem(
                row: row,
                column: "compound",
                code: "compound.unknown",
                words: Words("该居村委没有小区“\(text)”", "the committee has no compound “\(text)”")
            )
        case .outsideTerritory:
            RowProblem(
                row: row,
                column: "committee",
                code: "committee.outsideTerritory",
                words: Words("不在您负责的区域内", "this is outside your territory")
            )
        case .repeated(let first):
            RowProblem(
                row: row,
                column: "address",
                code: "address.repeated",
                words: Words("与第\(first)行是同一户", "the same dwelling as in line \(first)")
            )
        }
    }
}

/// Committees by what people write for them.
private struct CommitteeNames {
    private let territory: Territory
    private var ids: [String: [DivisionID]] = [:]

    init(_ territory: Territory, under place: DivisionID?) {
        self.territory = territory
        let roots = place.map { [$0] } ?? territory.roots
        for division in roots.flatMap({ territory.subtree(of: $0) }) where division.level == .committee {
            ids[DivisionName.normalise(division.name), default: []].append(division.id)
        }
    }

    func committee(_ text: String) throws(DwellingProblem) -> DivisionID {
        let plain = DivisionName.normalise(text)
        if let code = DivisionCode(plain), code.level == .committee {
            guard let division = territory.node(code: code) ?? inForce(DivisionID(rawValue: code.rawValue)) else {
                throw .committeeUnknown(text)
            }
            return division.id
        }
        guard let found = ids[plain] else { throw .committeeUnknown(text) }
        guard found.count == 1 else { throw .committeeAmbiguous(text) }
        return found[0]
    }

    private func inForce(_ id: DivisionID) -> Division? {
        territory.node(id).flatMap { $0.isRetired ? nil : $0 }
    }
}
