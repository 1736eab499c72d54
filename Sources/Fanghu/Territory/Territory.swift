/// The tree of divisions, held in memory: an immutable snapshot that turns any territory into a few id ranges.
///
/// Retired divisions stay in it, below their last parent, because facts still hang on them; `children` and `count`
/// leave them out.
package struct Territory: Sendable {
    private let nodes: [DivisionID: Division]
    private let childIDs: [DivisionID: [DivisionID]]
    private let rangesByID: [DivisionID: [ClosedRange<Int64>]]
    private let idsByCode: [DivisionCode: DivisionID]
    /// Divisions without a parent, in order of their codes.
    package let roots: [DivisionID]

    /// - Parameter divisions: the newest version of each id, each id once.
    package init(_ divisions: [Division]) {
        var nodes: [DivisionID: Division] = [:]
        var idsByCode: [DivisionCode: DivisionID] = [:]
        nodes.reserveCapacity(divisions.count)
        for division in divisions {
            nodes[division.id] = division
            if !division.isRetired { idsByCode[division.code] = division.id }
        }
        let inOrder = divisions.filter { !$0.isRetired }.sorted { $0.code < $1.code }
        var childIDs: [DivisionID: [DivisionID]] = [:]
        for division in inOrder {
            if let parent = division.parent { childIDs[parent, default: []].append(division.id) }
        }
        self.nodes = nodes
        self.childIDs = childIDs
        self.idsByCode = idsByCode
        rangesByID = Territory.ranges(of: nodes)
        roots = inOrder.filter { $0.parent.map { nodes[$0] == nil } ?? true }.map(\.id)
    }

    package var isEmpty: Bool { nodes.isEmpty }

    /// All divisions, retired ones included, in no order.
    package var divisions: some Collection<Division> { nodes.values }

    /// A division in force or retired; nil when there never was one.
    package func node(_ id: DivisionID) -> Division? { nodes[id] }

    /// The division in force that has this code in the newest edition.
    package func node(code: DivisionCode) -> Division? {
        idsByCode[code].flatMap { nodes[$0] }
    }

    /// The level of a division; nil when there is no such division.
    package func level(_ id: DivisionID) -> DivisionLevel? { nodes[id]?.level }

    /// The divisions in force directly below, in order of their codes.
    package func children(of id: DivisionID) -> [Division] {
        (childIDs[id] ?? []).compactMap { nodes[$0] }
    }

    /// From the top down to the division itself; empty when there is no such division.
    package func path(to id: DivisionID) -> [Division] {
        Territory.ancestors(of: id, in: nodes).reversed()
    }

    /// Whether a division is the other one or lies below it.
    package func contains(_ id: DivisionID, in ancestor: DivisionID) -> Bool {
        guard let ranges = rangesByID[ancestor] else { return false }
        return nodes[id] != nil && ranges.contains { $0.contains(id.rawValue) }
    }

    /// The ids at and below a division as a few ranges, sorted; empty when there is no such division.
    ///
    /// They hold every id of the territory and none of a neighbour's, also after committees have moved: a gap is
    /// bridged only where no other division's id lies in it. Ask again after an import.
    package func ranges(under id: DivisionID) -> [ClosedRange<Int64>] {
        rangesByID[id] ?? []
    }

    /// The township a committee lies in, or the township itself.
    package func township(of id: DivisionID) -> Division? {
        path(to: id).first { $0.level == .township }
    }

    /// One pass over the ids in order: each extends the last range of each of its ancestors, or opens a new one.
    private static func ranges(of nodes: [DivisionID: Division]) -> [DivisionID: [ClosedRange<Int64>]] {
        var ranges: [DivisionID: [ClosedRange<Int64>]] = [:]
        var lastSeen: [DivisionID: Int] = [:]
        for (index, id) in nodes.keys.sorted().enumerated() {
            for ancestor in ancestors(of: id, in: nodes) {
                if lastSeen[ancestor.id] == index - 1, let open = ranges[ancestor.id]?.popLast() {
                    ranges[ancestor.id]?.append(open.lowerBound...id.rawValue)
                } else {
                    ranges[ancestor.id, default: []].append(id.rawValue...id.rawValue)
                }
                lastSeen[ancestor.id] = index
            }
        }
        return ranges
    }

    /// The division and what lies above it, upwards; stops at a missing parent, and after the five levels there are.
    private static func ancestors(of id: DivisionID, in nodes: [DivisionID: Division]) -> [Division] {
        var found: [Division] = []
        var next = nodes[id]
        while let node = next, found.count < DivisionLevel.allCases.count {
            found.append(node)
            next = node.parent.flatMap { nodes[$0] }
        }
        return found
    }
}
