/// Rows of a ledger of households: where, and what is said of it.
struct HouseholdLedger {
    /// One dwelling as a row has it.
    struct Line: Sendable {
        let row: Int
        let address: PostalAddress
        let compound: String?
        let said: HouseholdSaid
    }

    private(set) var lines: [Line] = []
    private(set) var problems: [RowProblem] = []
    let reading: LedgerReading
    let count: Int

    init(_ table: LedgerTable, _ map: LedgerMap, territory: Territory, on today: CivilDate) throws(LedgerRefusal) {
        let layout = try LedgerLayout<HouseholdColumn>(of: table, map: map)
        let rows = layout.data(of: table)
        let parser = AddressParser(territory: territory)
        reading = LedgerReading(table, layout)
        count = rows.count
        for row in rows {
            let cells = HouseholdCells(row, layout)
            do throws(HouseholdCells.Wrong) {
                lines.append(try cells.line(parser, on: today))
            } catch {
                problems.append(error.problem(row: row.number))
            }
        }
    }
}

/// What a row says of a household; what it leaves out stays as it is.
struct HouseholdSaid: Sendable {
    var presence: Presence?
    var origin: String?
    var tenure: Household.Tenure?
    var landlord: HouseholdDetails.Landlord?
    var living: Int?
    var away: Int?
    var head: String?
    var phone: String?
    var remarks: String?

    /// The change that it makes of a household as it is now.
    func change(_ id: HouseholdChangeID, of dwelling: PlaceID, from present: Household?) -> HouseholdChange {
        var change = HouseholdChange(
            id: id,
            dwelling: dwelling,
            basedOn: present?.version ?? 0,
            presence: presence,
            channel: .ledger
        )
        change.origin = presence?.kind == .away ? origin : nil
        change.tenure = tenure
        change.landlord = landlord
        change.living = living
        change.away = away
        change.head = head
        change.phone = phone
        change.remarks = remarks
        return change
    }
}

/// Reads the cells of one row.
private struct HouseholdCells {
    private let row: LedgerRow
    private let layout: LedgerLayout<HouseholdColumn>

    /// Days after which a dwelling that a ledger calls vacant is looked at.
    private static let recheckDays = 7

    /// What is wrong in which column.
    struct Wrong: Error {
        let column: HouseholdColumn
        let code: String
        let words: Words

        init(_ column: HouseholdColumn, _ problem: LedgerProblem) {
            self.init(column, problem.code, problem.words)
        }

        init(_ column: HouseholdColumn, _ code: String, _ words: Words) {
            self.column = column
            self.code = code
            self.words = words
        }

        func problem(row: Int) -> RowProblem {
            RowProblem(row: row, column: column.rawValue, code: code, words: words)
        }
    }

    init(_ row: LedgerRow, _ layout: LedgerLayout<HouseholdColumn>) {
        self.row = row
        self.layout = layout
    }

    func line(_ parser: AddressParser, on today: CivilDate) throws(Wrong) -> HouseholdLedger.Line {
        let address = try address(parser)
        var said = HouseholdSaid()
        said.living = try read(.living) { cell throws(LedgerProblem) in try cell.count() }
        said.away = try read(.away) { cell throws(LedgerProblem) in try cell.count() }
        let word = try text(.presence)
        said.tenure = try tenure(word)
        said.presence = try presence(word, said, on: today)
        said.origin = try text(.origin)
        said.head = try text(.head)
        said.phone = try phone(.phone)
        if let landlord = try text(.landlord) {
            said.landlord = HouseholdDetails.Landlord(name: landlord, phone: try phone(.landlordPhone))
        }
        said.remarks = try text(.remarks)
        return HouseholdLedger.Line(row: row.number, address: address, compound: try text(.compound), said: said)
    }

    private func address(_ parser: AddressParser) throws(Wrong) -> PostalAddress {
        let parts = [
            try start(), unit(try text(.building), "号"), unit(try text(.room), "室"),
        ]
        let whole = parts.compactMap(\.self).joined()
        let parsed: PostalAddress
        do throws(AddressProblem) {
            parsed = try parser.parse(whole)
        } catch {
            throw Wrong(.address, error.code, error.words)
        }
        guard parsed.isPrecise else {
            throw Wrong(.address, "address.vague", Words("“\(whole)”没有弄号或宅名", "“\(whole)” names no building"))
        }
        return parsed
    }

    /// `301` in a column of rooms is 301室.
    private func unit(_ text: String?, _ mark: String) -> String? {
        text.map { $0.allSatisfy(\.isNumber) ? $0 + mark : $0 }
    }

    /// A compound's name stands for its address where that is not written.
    private func start() throws(Wrong) -> String? {
        if let address = try text(.address) { return address }
        return try text(.compound)
    }

    private func tenure(_ presence: String?) throws(Wrong) -> Household.Tenure? {
        let word = try text(.tenure) ?? (presence?.contains("租") == true ? presence : nil)
        guard let word else { return nil }
        if word.contains("群租") { return .groupLetting }
        if word.contains("租") { return .letting }
        if ["自", "产权", "业主", "own"].contains(where: { word.contains($0) }) { return .own }
        throw Wrong(.tenure, .unknownWord(word))
    }

    private func presence(_ word: String?, _ said: HouseholdSaid, on today: CivilDate) throws(Wrong) -> Presence? {
        let back = try day(.expectedReturn)
        guard let word else {
            if back != nil { return .away(expectedReturn: back) }
            return said.living.map {
                $0 > 0 ? .living : .vacant(.ledger, recheckOn: today.adding(days: Self.recheckDays))
            }
        }
        let meanings: [(Presence.Kind, [String])] = [
            (.vacant, ["空关", "空置", "空户", "空房", "无人", "vacant"]),
            (.away, ["外出", "未返", "不在沪", "不在", "离沪", "回乡", "回老家", "away"]),
            (.living, ["在住", "在沪", "居住", "自住", "在家", "已返", "出租", "租", "是", "living"]),
        ]
        let kind = meanings.first { $0.1.contains { word.contains($0) } }?.0 ?? (word == "否" ? .away : nil)
        switch kind {
        case .living: return .living
        case .away: return .away(expectedReturn: back)
        case .vacant:
            let recheck = try day(.recheckOn) ?? today.adding(days: Self.recheckDays)
            return .vacant(try evidence(), recheckOn: recheck)
        case nil: throw Wrong(.presence, .unknownWord(word))
        }
    }

    private func evidence() throws(Wrong) -> Presence.Evidence {
        guard let word = try text(.evidence) else { return .ledger }
        if word.contains("邻") { return .neighbour }
        if word.contains("物业") || word.contains("保安") { return .property }
        if word.contains("表") || word.contains("水") || word.contains("电") { return .meter }
        throw Wrong(.evidence, .unknownWord(word))
    }

    private func phone(_ column: HouseholdColumn) throws(Wrong) -> String? {
        guard let text = try text(column) else { return nil }
        do throws(IdentifierRefusal) {
            return try PhoneNumber.parse(LedgerText.people(text).first ?? text).value.e164
        } catch {
            throw Wrong(column, error.code, error.words)
        }
    }

    private func day(_ column: HouseholdColumn) throws(Wrong) -> CivilDate? {
        try read(column) { cell throws(LedgerProblem) in try cell.day() }
    }

    private func text(_ column: HouseholdColumn) throws(Wrong) -> String? {
        try read(column) { cell throws(LedgerProblem) in try cell.plain() }
    }

    private func read<Value>(
        _ column: HouseholdColumn,
        _ read: (LedgerCell) throws(LedgerProblem) -> Value?
    ) throws(Wrong) -> Value? {
        guard let index = layout.columns[column] else { return nil }
        do throws(LedgerProblem) {
            return try read(row.cell(index))
        } catch {
            throw Wrong(column, error)
        }
    }
}
