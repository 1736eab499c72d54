/// Says which divisions a point lies in.
package struct BoundaryIndex: Sendable {
    private struct Entry {
        let division: DivisionID
        let polygon: GeoPolygon
    }

    private let entries: [Entry]
    /// The outlines that no division of the tree could be found for.
    package let unmatched: [String]

    /// Takes each outline for the division of its name in its district; by its code alone only where the file names
    /// none, because code lists are shifted against each other (DOMAIN §3.6).
    package init(_ files: [BoundaryFile], in territory: Territory) {
        var entries: [Entry] = []
        var unmatched: [String] = []
        for boundary in files.flatMap(\.boundaries) {
            if let division = BoundaryIndex.division(of: boundary, in: territory) {
                entries.append(Entry(division: division.id, polygon: boundary.polygon))
            } else {
                unmatched.append(boundary.name)
            }
        }
        self.entries = entries
        self.unmatched = unmatched
    }

    /// The divisions whose outline holds the point, in the order of the files.
    package func divisions(at point: GeoPoint) -> [DivisionID] {
        entries.filter { $0.polygon.contains(point) }.map(\.division)
    }

    /// The outline of a division; nil where none is known.
    package func polygon(of division: DivisionID) -> GeoPolygon? {
        entries.first { $0.division == division }?.polygon
    }

    /// Whether there is an outline of the division.
    package func knows(_ division: DivisionID) -> Bool {
        entries.contains { $0.division == division }
    }

    /// Checks where somebody says that a point lies; the usual cause of a failure is another datum.
    package func check(_ point: GeoPoint, liesIn division: DivisionID) -> PointCheck {
        guard knows(division) else { return .notChecked }
        let found = divisions(at: point)
        return found.contains(division) ? .inside : .outside(found)
    }

    private static func division(of boundary: BoundaryFile.Boundary, in territory: Territory) -> Division? {
        if let code = boundary.code, let division = territory.node(code: code), division.name == boundary.name {
            return division
        }
        guard !boundary.name.isEmpty else { return boundary.code.flatMap { territory.node(code: $0) } }
        let named = territory.divisions.filter { $0.name == boundary.name && !$0.isRetired && $0.level < .committee }
        let here = named.filter { division in
            boundary.district.map { district in territory.path(to: division.id).contains { $0.name == district } }
                ?? true
        }
        return here.count == 1 ? here[0] : nil
    }
}

/// The result of checking a point against the outline of the division it is said to lie in.
package enum PointCheck: Hashable, Sendable {
    case inside
    /// With the divisions it does lie in: shown to a person, never put right silently.
    case outside([DivisionID])
    /// There is no outline of that division.
    case notChecked

    package var isFlagged: Bool {
        switch self {
        case .inside, .notChecked: false
        case .outside: true
        }
    }
}
