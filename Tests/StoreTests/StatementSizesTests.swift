import Store
import Testing

/// Few sizes, every row once, in order.
struct StatementSizesTests {
    @Test(arguments: [0, 1, 2, 3, 37, 63, 64, 65, 127, 128, 500])
    func `Parts hold every row once and in order, in powers of two`(count: Int) {
        let rows = Array(0..<count)
        let parts = StatementSizes.parts(of: rows)
        #expect(parts.flatMap(\.self) == rows)
        #expect(parts.allSatisfy { [1, 2, 4, 8, 16, 32, 64].contains($0.count) })
    }

    @Test(arguments: [0, 1, 2, 3, 37, 64, 500])
    func `Padded keys ask for the same rows`(count: Int) {
        let keys = Array(0..<count)
        let padded = StatementSizes.padded(keys)
        #expect(Set(padded) == Set(keys))
        #expect(count == 0 ? padded.isEmpty : padded.count.nonzeroBitCount == 1)
    }
}
