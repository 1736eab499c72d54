/// A yearly list as somebody sent it: rows that can be used, and what is wrong with the others.
package struct EditionFile: Sendable {
    package let rows: [EditionRow]
    package let problems: [RowProblem]
    /// Rows of the file without the header.
    package let rowCount: Int
    /// Codes of rows that could not be used: what they name is not absent from the list.
    package let unusable: Set<DivisionCode>
    /// Names of rows whose code could not be used.
    package let unusableNames: Set<String>

    /// The topmost codes: those whose parent is not in the file.
    package var roots: [DivisionCode] {
        let codes = Set(rows.map(\.code))
        return rows.filter { $0.parent.map { !codes.contains($0) } ?? true }.map(\.code)
    }

    /// Reads a list; refuses a file without columns for code and name.
    package init(bytes: [UInt8]) throws(TerritoryRefusal) {
        try self.init(DelimitedText(SourceText.decode(bytes)))
    }

    package init(_ text: DelimitedText) throws(TerritoryRefusal) {
        let columns = try EditionColumns(text)
        var reader = EditionReader(columns: columns)
        for record in text.records { reader.read(record) }
        reader.dropOrphans()
        rows = reader.rows
        problems = reader.problems.sorted { ($0.row, $0.column) < ($1.row, $1.column) }
        rowCount = text.records.count
        unusable = reader.unusable
        unusableNames = reader.unusableNames
    }
}

/// Where the columns are; the headings differ from publisher to publisher.
private struct EditionColumns {
    let code: Int
    let name: Int
    let parent: Int?
    let level: Int?
    let urbanRural: Int?

    init(_ text: DelimitedText) throws(TerritoryRefusal) {
        guard !text.header.isEmpty else { throw .fileEmpty }
        let codes = ["code", "统计用区划代码", "区划代码", "行政区划代码", "代码", "编码", "id"]
        let names = ["name", "名称", "区划名称", "单位名称", "全称"]
        guard let code = text.column(codes) else { throw .columnMissing("code") }
        guard let name = text.column(names) else { throw .columnMissing("name") }
        self.code = code
        self.name = name
        parent = text.column(["parent_code", "parent", "pid", "parent_id", "上级代码", "父级代码", "上级区划代码"])
        level = text.column(["level", "级别", "层级"])
        urbanRural = text.column(["urban_rural", "城乡分类代码", "城乡分类", "category"])
    }
}

/// Turns records into rows, one after the other.
private struct EditionReader {
    let columns: EditionColumns
    var rows: [EditionRow] = []
    var problems: [RowProblem] = []
    var unusable: Set<DivisionCode> = []
    var unusableNames: Set<String> = []
    private var lines: [DivisionCode: Int] = [:]

    init(columns: EditionColumns) {
        self.columns = columns
    }

    mutating func read(_ record: DelimitedText.Record) {
        let line = record.line
        let text = DivisionName.normalise(record.field(columns.code))
        guard let code = DivisionCode(text) else {
            unusableNames.insert(record.field(columns.name))
            problems.append(.codeMalformed(text, row: line))
            return
        }
        if isCityAsItsOwnDistrict(record, code, text) { return }
        if let first = lines[code] {
            unusableNames.insert(record.field(columns.name))
            problems.append(.codeRepeated(code, first: first, row: line))
            return
        }
        lines[code] = line
        checkLevel(record, code)
        let name = record.field(columns.name)
        let isDamaged = DivisionName.isDamaged(name)
        if isDamaged { problems.append(.nameLostCharacter(name, row: line)) }
        rows.append(
            EditionRow(
                line: line,
                code: code,
                name: name.isEmpty ? code.text : name,
                parent: parent(record, code),
                urbanRural: urbanRural(record),
                isNameDamaged: isDamaged
            )
        )
    }

    /// Lists of cities without districts often name the city twice: at level 2, and under six digits at level 3.
    private func isCityAsItsOwnDistrict(_ record: DelimitedText.Record, _ code: DivisionCode, _ text: String) -> Bool {
        guard code.level == .city, let first = rows.last(where: { $0.code == code }) else { return false }
        let isAtLevelThree = record.field(columns.level) == "3" || text.utf8.count == 6
        return isAtLevelThree && first.name == record.field(columns.name)
    }

    /// Drops rows whose parent is not in the file, except at the top of the file, and then what lay below them.
    mutating func dropOrphans() {
        guard let top = rows.map(\.level).min() else { return }
        var known: Set<DivisionCode> = []
        var kept: [EditionRow] = []
        for row in rows.sorted(by: { ($0.level, $0.line) < ($1.level, $1.line) }) {
            if let row = placed(row, below: top, among: known) {
                known.insert(row.code)
                kept.append(row)
            } else {
                unusable.insert(row.code)
                problems.append(.parentMissing(row.parent, row: row.line))
            }
        }
        rows = kept
    }

    /// The row with a parent that is there; nil when there is none.
    ///
    /// Lists without the heading 市辖区 hang the districts on the province.
    private func placed(_ row: EditionRow, below top: DivisionLevel, among known: Set<DivisionCode>) -> EditionRow? {
        guard row.level != top, let parent = row.parent else { return row.level == top ? row : nil }
        if known.contains(parent) { return row }
        guard parent.level == .city, let province = parent.parent, known.contains(province) else { return nil }
        return EditionRow(
            line: row.line,
            code: row.code,
            name: row.name,
            parent: province,
            urbanRural: row.urbanRural,
            isNameDamaged: row.isNameDamaged
        )
    }

    /// The digits decide; a column that says otherwise is reported, not believed.
    private mutating func checkLevel(_ record: DelimitedText.Record, _ code: DivisionCode) {
        let text = record.field(columns.level)
        guard !text.isEmpty, Int(text) != code.level.rawValue else { return }
        problems.append(.levelWrong(text, is: code.level, row: record.line))
    }

    private mutating func parent(_ record: DelimitedText.Record, _ code: DivisionCode) -> DivisionCode? {
        let text = DivisionName.normalise(record.field(columns.parent))
        guard !text.isEmpty, text != "0" else { return code.parent }
        guard let parent = DivisionCode(text), parent.level < code.level else {
            problems.append(.parentMalformed(text, row: record.line))
            return code.parent
        }
        return parent
    }

    private mutating func urbanRural(_ record: DelimitedText.Record) -> Int? {
        let text = record.field(columns.urbanRural)
        guard !text.isEmpty else { return nil }
        guard let value = Int(text), [111, 112, 121, 122, 123, 210, 220].contains(value) else {
            problems.append(.urbanRuralUnknown(text, row: record.line))
            return nil
        }
        return value
    }
}
