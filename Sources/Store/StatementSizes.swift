/// Cuts rows into the few sizes for which statements are prepared once and kept.
///
/// A statement with 37 rows is another text than one with 38, and preparing a long text costs more than running it:
/// without this a busy intake prepared every statement of every transaction anew.
package enum StatementSizes {
    private static let largest = 64

    /// The rows in parts of 64, 32, 16 … 1.
    package static func parts<Element>(of rows: [Element]) -> [[Element]] {
        var parts: [[Element]] = []
        var start = 0
        var size = largest
        while start < rows.count {
            while size > rows.count - start { size /= 2 }
            parts.append(Array(rows[start..<start + size]))
            start += size
        }
        return parts
    }

    /// The keys of a look-up, the last one repeated up to the next power of two: asking twice finds nothing twice.
    package static func padded<Element>(_ keys: [Element]) -> [Element] {
        guard let last = keys.last else { return keys }
        var size = 1
        while size < keys.count { size *= 2 }
        return keys + Array(repeating: last, count: size - keys.count)
    }
}
