import FanghuWeb
import Testing

/// QR codes as paths.
struct QRCodeTests {
    /// The modules of a path, dark ones as `#`.
    static func modules(_ code: QRCode) -> [[Bool]] {
        var grid = [[Bool]](repeating: [Bool](repeating: false, count: code.size), count: code.size)
        for bar in code.path.matches(of: /M(\d+) (\d+)h(\d+)v1h-\d+z/) {
            guard let x = Int(bar.output.1), let y = Int(bar.output.2), let length = Int(bar.output.3) else { continue }
            for column in x..<x + length { grid[y][column] = true }
        }
        return grid
    }

    @Test func `a code has its three finders inside of a quiet border`() throws {
        let code = try #require(QRCode("https://example.org/r/at/310105002001"))
        let grid = Self.modules(code)
        #expect(code.size == 29 + 8)
        let ring = grid[4][4..<11].allSatisfy { $0 } && grid[10][4..<11].allSatisfy { $0 }
        #expect(ring && !grid[5][5] && grid[6][6])
        #expect(grid[4][code.size - 11..<code.size - 4].allSatisfy { $0 })
        #expect(grid[code.size - 5][4..<11].allSatisfy { $0 })
        #expect(grid.prefix(4).joined().allSatisfy { !$0 } && grid.map { $0[0] }.allSatisfy { !$0 })
    }

    @Test func `text that fits no code is none`() {
        #expect(QRCode("") == nil)
        #expect(QRCode("a\0b") == nil)
        #expect(QRCode(String(repeating: "a", count: 2400)) == nil)
        #expect(QRCode("防护网") != nil)
    }
}
