/// Where a sheet has its header and which column means what: guessed from the headings, corrected by a person.
package struct LedgerLayout<Field: LedgerField>: Sendable {
    /// The number of the last row of the header; data begin below it.
    package let headerRow: Int
    /// The heading of each column, as it stands in the file.
    package let headings: [String]
    package let columns: [Field: Int]

    /// Columns that mean nothing here; they are named in the report, so that nobody believes them taken.
    package var ignored: [String] {
        let used = Set(columns.values)
        return headings.enumerated().filter { !used.contains($0.offset) && !$0.element.isEmpty }.map(\.element)
    }

    /// How many rows of titles and instructions may stand above the header.
    private static var deepest: Int { 20 }

    /// Finds the header, of one row or of two with merged cells above each other.
    ///
    /// - Throws: `LedgerRefusal` when no row looks like a header or a needed column is missing.
    package init(of table: LedgerTable, map: LedgerMap = LedgerMap()) throws(LedgerRefusal) {
        guard !table.rows.isEmpty else { throw .empty }
        var best: (score: Int, row: Int, headings: [String])?
        for (index, row) in table.rows.prefix(Self.deepest).enumerated() {
            if let wanted = map.headerRow, row.number != wanted { continue }
            let one = row.cells.map(\.text)
            var candidates = [(row.number, one)]
            if index + 1 < table.rows.count, map.headerRow == nil {
                candidates.append((table.rows[index + 1].number, Self.stacked(one, table.rows[index + 1])))
            }
            for (number, headings) in candidates {
                let score = Self.guess(headings).count * 2 + (map.matches(headings) ? 1 : 0)
                if score > best?.score ?? 0 { best = (score, number, headings) }
            }
        }
        guard let best else { throw .headerMissing }
        headerRow = best.row
        headings = best.headings
        columns = try map.applied(to: Self.guess(best.headings), best.headings)
        for group in Field.needed where group.allSatisfy({ columns[$0] == nil }) {
            throw .columnMissing(group[0].headings[0])
        }
    }

    /// The rows below the header.
    package func data(of table: LedgerTable) -> [LedgerRow] {
        table.rows.filter { $0.number > headerRow }
    }

    /// `5` and `C5`-like names of a field's place, for reports.
    package func heading(of field: Field) -> String? { columns[field].map { headings[$0] } }

    /// Exact headings first, then those that hold one: `户主姓名` before `姓名（必填）`.
    static func guess(_ headings: [String]) -> [Field: Int] {
        let normal = headings.map(LedgerHeading.normalise)
        var columns: [Field: Int] = [:]
        var taken: Set<Int> = []
        func take(_ isMeant: (String, String) -> Bool) {
            for field in Field.allCases where columns[field] == nil {
                for heading in field.headings.map(LedgerHeading.normalise) {
                    let found = normal.indices.first { !taken.contains($0) && isMeant(normal[$0], heading) }
                    guard let found else { continue }
                    columns[field] = found
                    taken.insert(found)
                    break
                }
            }
        }
        take { $0 == $1 }
        // A single character or a bare number says too little to be looked for inside another heading.
        take { $1.count >= 2 && $0.count <= 12 && $0.hasSuffix($1) }
        return columns
    }

    /// Two rows of a header with merged cells: the lower one where it says something, else the upper.
    private static func stacked(_ upper: [String], _ below: LedgerRow) -> [String] {
        (0..<max(upper.count, below.cells.count))
            .map { column in
                let low = below.cell(column).text
                let high = column < upper.count ? upper[column] : ""
                return low.isEmpty ? high : low
            }
    }
}

/// Headings as they are compared.
enum LedgerHeading {
    /// Without blanks, line ends, stars, and what stands in brackets: `身份证号码\n（必填）*` is `身份证号码`.
    static func normalise(_ heading: String) -> String {
        var text = ""
        var depth = 0
        for character in heading.lowercased() {
            switch character {
            case "(", "（", "[", "【": depth += 1
            case ")", "）", "]", "】": depth = max(0, depth - 1)
            case "*", "＊", "_", ":", "：", "\u{FEFF}": continue
            default: if depth == 0, !character.isWhitespace { text.append(character) }
            }
        }
        return text.isEmpty ? heading.filter { !$0.isWhitespace } : text
    }
}

/// What a person says about the columns of a file: by heading or letter, `-` for none.
package struct LedgerMap: Sendable, Equatable {
    package var sheet: String?
    package var headerRow: Int?
    /// Heading or column letter → name of the field, or `-`.
    package var columns: [String: String]

    package init(sheet: String? = nil, headerRow: Int? = nil, columns: [String: String] = [:]) {
        self.sheet = sheet
        self.headerRow = headerRow
        self.columns = columns
    }

    func matches(_ headings: [String]) -> Bool {
        let normal = Set(headings.map(LedgerHeading.normalise))
        return columns.keys.contains { normal.contains(LedgerHeading.normalise($0)) }
    }

    func applied<Field: LedgerField>(
        to guess: [Field: Int],
        _ headings: [String]
    ) throws(LedgerRefusal) -> [Field: Int] {
        var result = guess
        for (name, meaning) in columns.sorted(by: { $0.key < $1.key }) {
            let wanted = LedgerHeading.normalise(name)
            let byHeading = headings.firstIndex { LedgerHeading.normalise($0) == wanted }
            let byLetter = headings.indices.first { LedgerTable.letters(of: $0) == name.uppercased() }
            guard let column = byHeading ?? byLetter else { throw .mapWrong(name) }
            for (field, index) in result where index == column { result[field] = nil }
            guard meaning != "-" else { continue }
            guard let field = Field(rawValue: meaning) else { throw .mapWrong(meaning) }
            result[field] = column
        }
        return result
    }
}
