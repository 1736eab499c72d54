/// How many divisions of one level lie below a division.
package struct LevelCount: Hashable, Sendable {
    package let level: DivisionLevel
    /// The denominator: without quasi-townships and virtual communities.
    package var counted = 0
    /// Everything in force.
    package var total = 0
    package var virtual = 0
    package var byKind: [DivisionKind: Int] = [:]
}

extension Territory {
    /// The divisions in force below a division, the division itself included, for each level that has any.
    package func counts(under id: DivisionID) -> [LevelCount] {
        var counts: [DivisionLevel: LevelCount] = [:]
        for division in subtree(of: id) {
            var count = counts[division.level] ?? LevelCount(level: division.level)
            count.total += 1
            count.counted += division.isCounted ? 1 : 0
            count.virtual += division.isVirtual ? 1 : 0
            count.byKind[division.kind, default: 0] += 1
            counts[division.level] = count
        }
        return counts.values.sorted { $0.level < $1.level }
    }

    /// How many neighbourhoods lie below a division: the denominator of every share of committees.
    package func committeeCount(under id: DivisionID) -> Int {
        subtree(of: id).count { $0.level == .committee && $0.isCounted }
    }

    /// The division and everything in force below it, parents first.
    package func subtree(of id: DivisionID) -> [Division] {
        guard let root = node(id) else { return [] }
        var found = [root]
        var next = 0
        while next < found.count {
            found.append(contentsOf: children(of: found[next].id))
            next += 1
        }
        return found
    }

    /// The name with what lies above it, for people: 上海市长宁区江苏路街道北汪居委会.
    ///
    /// Headings of the list such as 市辖区 are left out.
    package func fullName(of id: DivisionID) -> String {
        path(to: id).filter { !$0.isHeading }.map(\.name).joined()
    }
}
