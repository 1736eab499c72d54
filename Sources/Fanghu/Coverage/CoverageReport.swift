/// The chain that a report climbs (DOMAIN §8.1); raw values are stored and grow upwards.
package enum CoverageLevel: Int, CaseIterable, Comparable, Sendable {
    case buildingHead = 0
    case areaHead = 1
    case committee = 2
    case township = 3

    package static func < (left: CoverageLevel, right: CoverageLevel) -> Bool { left.rawValue < right.rawValue }

    /// The stable name in the API.
    package var name: String { String(describing: self) }

    package var words: Words {
        switch self {
        case .buildingHead: Words("楼组长", "Building head")
        case .areaHead: Words("片长", "Area head")
        case .committee: Words("居民区", "Residential area")
        case .township: Words("街镇防控办", "Township prevention office")
        }
    }
}

/// How a report went past one level: seen there, or skipped for a reason.
package struct CoverageStep: Hashable, Sendable {
    package let level: CoverageLevel
    /// Why the level did not see it; nil where it did.
    package let skipped: String?

    package init(level: CoverageLevel, skipped: String? = nil) {
        self.level = level
        self.skipped = skipped
    }
}

extension CoverageLevel {
    /// The levels that lie between this one and another; a piece in no area has no area head.
    package func between(_ level: CoverageLevel, inArea: Bool) -> [CoverageLevel] {
        CoverageLevel.allCases.filter { $0 > self && $0 < level && (inArea || $0 != .areaHead) }
    }

    /// The steps that take a report from the level it has reached up to another.
    ///
    /// Each level between sees the report or is skipped with a reason.
    package func climbing(
        to level: CoverageLevel,
        inArea: Bool,
        skipping reason: String?
    ) throws(CoverageRefusal) -> [CoverageStep] {
        guard level > self else { throw .passedAlready }
        let between = between(level, inArea: inArea)
        guard !between.isEmpty else { return [CoverageStep(level: level)] }
        guard let reason, reason.contains(where: { !$0.isWhitespace }) else { throw .skipNeedsReason }
        return between.map { CoverageStep(level: $0, skipped: reason) } + [CoverageStep(level: level)]
    }
}

/// One report of how things are in a piece.
package struct CoverageReport: Sendable {
    package let committee: DivisionID
    package let id: CoverageReportID
    package let piece: CoveragePieceID
    package let reportedAt: Instant
    /// Who reported first.
    package let account: AccountID?
    /// How many places there were in the piece, and of how many something was heard.
    package let places: Int
    package let heard: Int
    package let hasProblem: Bool
    /// The highest level that has it.
    package let level: CoverageLevel
}
