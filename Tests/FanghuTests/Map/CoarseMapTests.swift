import Fanghu
import FanghuTesting
import Testing

/// R-PRIV-10: the wall shows no cell of fewer than five dwellings, and no level gives one away.
struct CoarseMapTests {
    /// A district of random townships and committees, most of them nearly empty.
    static func district(_ dice: inout FixtureSeed) -> ExactCell {
        var number: Int64 = 310_105_000_000
        let townships = (0..<Int.random(in: 1...6, using: &dice))
            .map { _ in
                let committees = (0..<Int.random(in: 1...8, using: &dice))
                    .map { _ in
                        number += 1
                        let count = Bool.random(using: &dice) ? Int.random(in: 0...6, using: &dice) : 0
                        return ExactCell(
                            place: DivisionID(rawValue: number),
                            dwellings: count + (Int.random(in: 0...5, using: &dice) == 0 ? 20 : 0)
                        )
                    }
                number += 1
                return ExactCell(place: DivisionID(rawValue: number), children: committees)
            }
        return ExactCell(place: Net.district, children: townships)
    }

    static func all(_ cell: CoarseCell) -> [CoarseCell] { [cell] + cell.children.flatMap(all) }

    @Test(arguments: 0..<8)
    func `R-PRIV-10: no cell tells of fewer than k dwellings`(seed: UInt64) {
        var dice = FixtureSeed(seed)
        for _ in 0..<500 {
            let coarse = CoarseCell.of(Self.district(&dice))
            #expect(Self.all(coarse).allSatisfy { $0.dwellings.map { $0 >= CoarseCell.k } ?? true })
        }
    }

    @Test(arguments: 0..<8)
    func `R-PRIV-10: what is left out sums to k or more, or to nothing, on every level`(seed: UInt64) {
        var dice = FixtureSeed(seed)
        for _ in 0..<500 {
            let coarse = CoarseCell.of(Self.district(&dice))
            for cell in Self.all(coarse) {
                guard let total = cell.dwellings, !cell.children.isEmpty else { continue }
                let told = cell.children.compactMap(\.dwellings).reduce(0, +)
                let rest = total - told
                #expect(rest == 0 || rest >= CoarseCell.k, "seed \(seed)")
                // One cell alone must not be found by subtraction, however many it has.
                let hidden = cell.children.filter { $0.dwellings == nil }
                #expect(rest == 0 || hidden.count >= 2, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 0..<4)
    func `below what is left out nothing is told, and what is told is true`(seed: UInt64) {
        var dice = FixtureSeed(seed)
        for _ in 0..<500 {
            let exact = Self.district(&dice)
            Self.compare(CoarseCell.of(exact), exact, isHidden: false)
        }
    }

    static func compare(_ coarse: CoarseCell, _ exact: ExactCell, isHidden: Bool) {
        #expect(coarse.place == exact.place && coarse.children.count == exact.children.count)
        if isHidden { #expect(coarse.dwellings == nil) }
        if let told = coarse.dwellings { #expect(told == exact.dwellings) }
        for (child, original) in zip(coarse.children, exact.children) {
            compare(child, original, isHidden: coarse.dwellings == nil)
        }
    }

    static func leaf(_ number: Int64, _ count: Int) -> ExactCell {
        ExactCell(place: DivisionID(rawValue: number), dwellings: count)
    }

    @Test func `the smallest that could be told goes with a small one`() {
        let exact = ExactCell(place: Net.township, children: [Self.leaf(1, 3), Self.leaf(2, 9), Self.leaf(3, 7)])
        let coarse = CoarseCell.of(exact)
        #expect(coarse.dwellings == 19 && coarse.children.map(\.dwellings) == [nil, 9, nil])
    }

    @Test func `several small ones hide each other; empty ones hide nobody`() {
        let several = ExactCell(place: Net.township, children: [Self.leaf(1, 3), Self.leaf(2, 4), Self.leaf(3, 7)])
        #expect(CoarseCell.of(several).children.map(\.dwellings) == [nil, nil, 7])
        let empty = ExactCell(place: Net.township, children: [Self.leaf(1, 0), Self.leaf(2, 0), Self.leaf(3, 7)])
        #expect(CoarseCell.of(empty).children.map(\.dwellings) == [nil, nil, 7])
        let few = ExactCell(place: Net.township, children: [Self.leaf(1, 2), Self.leaf(2, 2)])
        #expect(CoarseCell.of(few).dwellings == nil)
    }
}
