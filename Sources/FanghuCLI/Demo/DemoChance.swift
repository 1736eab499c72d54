/// Numbers that look like chance and come out the same every time (SplitMix64).
struct DemoChance {
    private var state: UInt64

    /// The same numbers for the same list: who and when decide, not what was asked before.
    init(_ seeds: Int...) {
        state = seeds.reduce(0x51_7C_C1_B7) { seed, number in
            (seed ^ UInt64(bitPattern: Int64(number))) &* 0x9E37_79B9_7F4A_7C15
        }
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func hits(percent: Int) -> Bool {
        roll(1...100) <= percent
    }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int(next() % UInt64(elements.count))]
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
