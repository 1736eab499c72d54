/// How a file was read: told with every report, so that a wrong guess is seen before it does harm.
package struct LedgerReading: Sendable, Equatable, Encodable {
    package let sheet: String?
    /// Other sheets that hold something.
    package let otherSheets: [String]
    package let headerRow: Int
    /// Name of the field → heading in the file.
    package let columns: [String: String]
    /// Headings that mean nothing here and were not taken.
    package let ignored: [String]
    /// Name of the field → column, counted from 0.
    package let places: [String: Int]

    private enum CodingKeys: String, CodingKey {
        case sheet
        case otherSheets
        case headerRow
        case columns
        case ignored
    }

    package init() {
        places = [:]
        sheet = nil
        otherSheets = []
        headerRow = 1
        columns = [:]
        ignored = []
    }

    package init<Field: LedgerField>(_ table: LedgerTable, _ layout: LedgerLayout<Field>) {
        sheet = table.sheet
        otherSheets = table.sheets.filter { $0 != table.sheet }
        headerRow = layout.headerRow
        columns = Dictionary(
            layout.columns.map { ($0.key.rawValue, layout.headings[$0.value]) },
            uniquingKeysWith: { first, _ in first }
        )
        ignored = layout.ignored
        places = Dictionary(
            layout.columns.map { ($0.key.rawValue, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
    }
}
