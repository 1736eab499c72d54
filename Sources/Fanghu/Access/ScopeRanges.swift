/// Arithmetic on sorted lists of closed ranges.
enum ScopeRanges {
    /// Sorted, with overlapping and touching ranges joined.
    static func merged(_ ranges: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        var result: [ClosedRange<Int64>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }

    /// What two merged lists have in common.
    static func intersection(_ left: [ClosedRange<Int64>], _ right: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        var result: [ClosedRange<Int64>] = []
        for first in left {
            for second in right where first.overlaps(second) {
                result.append(first.clamped(to: second))
            }
        }
        return result
    }

    /// What is left of a merged list without another.
    static func subtracting(_ holes: [ClosedRange<Int64>], from ranges: [ClosedRange<Int64>]) -> [ClosedRange<Int64>] {
        merged(holes)
            .reduce(ranges) { left, hole in
                left.flatMap { range -> [ClosedRange<Int64>] in
                    guard range.overlaps(hole) else { return [range] }
                    var parts: [ClosedRange<Int64>] = []
                    if range.lowerBound < hole.lowerBound { parts.append(range.lowerBound...hole.lowerBound - 1) }
                    if hole.upperBound < range.upperBound { parts.append(hole.upperBound + 1...range.upperBound) }
                    return parts
                }
            }
    }
}
