/// How many dwellings a place has under observation, as a wall may show it: never fewer than `k` (R-PRIV-10).
package struct CoarseCell: Hashable, Sendable {
    package let place: DivisionID
    /// Nil where it is not told: fewer than `k`, or another's small number could be found by subtraction.
    package let dwellings: Int?
    package let children: [CoarseCell]

    package init(place: DivisionID, dwellings: Int?, children: [CoarseCell] = []) {
        self.place = place
        self.dwellings = dwellings
        self.children = children
    }
}

/// A tree of places with exact counts, before anything is left out.
package struct ExactCell: Hashable, Sendable {
    package let place: DivisionID
    package let dwellings: Int
    package let children: [ExactCell]

    package init(place: DivisionID, dwellings: Int) {
        self.place = place
        self.dwellings = dwellings
        children = []
    }

    /// The count is the children's sum, so that no difference between levels tells of somebody else.
    package init(place: DivisionID, children: [ExactCell]) {
        self.place = place
        self.children = children
        dwellings = children.map(\.dwellings).reduce(0, +)
    }
}

extension CoarseCell {
    /// Fewer dwellings than this are not told.
    package static let k = 5

    /// Leaves out of a tree what would tell of fewer than `k` dwellings, also by subtracting one level from another.
    ///
    /// - What is small is left out; below what is left out, everything is.
    /// - Where what is left out among siblings sums to fewer than `k` but not to nothing, the smallest of those told is
    ///   left out too: their sum is then `k` or more, and nobody can say which of them is the small one.
    package static func of(_ exact: ExactCell, k: Int = CoarseCell.k) -> CoarseCell {
        guard exact.dwellings >= k else { return hidden(exact) }
        return told(exact, k)
    }

    private static func told(_ exact: ExactCell, _ k: Int) -> CoarseCell {
        var shown = Set(exact.children.filter { $0.dwellings >= k }.map(\.place))
        let hiddenSum = exact.children.filter { !shown.contains($0.place) }.map(\.dwellings).reduce(0, +)
        if (1..<k).contains(hiddenSum) {
            let smallest = exact.children.filter { shown.contains($0.place) }
                .min { ($0.dwellings, $0.place) < ($1.dwellings, $1.place) }
            if let smallest { shown.remove(smallest.place) }
        }
        return CoarseCell(
            place: exact.place,
            dwellings: exact.dwellings,
            children: exact.children.map { shown.contains($0.place) ? told($0, k) : hidden($0) }
        )
    }

    private static func hidden(_ exact: ExactCell) -> CoarseCell {
        CoarseCell(place: exact.place, dwellings: nil, children: exact.children.map(hidden))
    }
}
