import Fanghu

/// Every number of a figures page by the name of its cell, for the page and for its stream alike.
package struct FiguresCells: Equatable, Sendable {
    /// Where the numbers are seen.
    package enum View: String, Hashable, Sendable {
        case desk
        /// By everybody in the room: small numbers of a committee are not told (R-PRIV-10).
        case wall
    }

    private(set) var texts: [String: String] = [:]

    /// The number under which a count of persons could point at a household (R-PRIV-10).
    static let smallest = 5

    init(_ report: FiguresReport, for view: View) {
        let cards = FiguresColumn.cards.flatMap { [$0.main] + ($0.total.map { [$0] } ?? []) }
        for column in Set(FiguresColumn.groups.flatMap(\.columns) + cards) {
            let rows = report.rows.map { ($0.place, column.value(in: $0)) }
            let total = (report.total.place, column.value(in: report.total))
            let written = view == .wall ? FiguresCells.veiled(rows, total) : (rows + [total]).map(FiguresCells.plain)
            for (place, text) in written { texts[column.key(place.id)] = text }
        }
        texts["day"] = report.day.iso
    }

    subscript(key: String) -> String { texts[key] ?? "0" }

    /// What is different from before.
    func changes(from old: FiguresCells) -> [String: String] {
        texts.filter { old.texts[$0.key] != $0.value }
    }

    private static func plain(_ place: Division, _ count: Int) -> (Division, String) {
        (place, Listing.grouped(count))
    }

    /// Counts of committees from one to four become `<5`, and no such count can be found by subtraction.
    ///
    /// A single veiled row would be the total less the others; so a second one is veiled then, and the total itself
    /// where it is as small.
    private static func veiled(
        _ rows: [(place: Division, count: Int)],
        _ total: (place: Division, count: Int)
    ) -> [(Division, String)] {
        let areCommittees = rows.contains { $0.place.level == .committee }
        guard areCommittees || total.place.level == .committee else { return (rows + [total]).map(plain) }
        let small = (1..<smallest)
        var hidden = Set(rows.filter { small.contains($0.count) }.map(\.place.id))
        if hidden.count == 1, let next = rows.filter({ $0.count >= smallest }).min(by: { $0.count < $1.count }) {
            hidden.insert(next.place.id)
        }
        let written = rows.map { row in
            guard hidden.contains(row.place.id) else { return plain(row.place, row.count) }
            return (row.place, small.contains(row.count) ? "<\(smallest)" : "≥\(smallest)")
        }
        let isSmall = small.contains(total.count)
        return written + [isSmall ? (total.place, "<\(smallest)") : plain(total.place, total.count)]
    }
}
