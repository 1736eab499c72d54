package import Store

/// What has become of a piece; nothing of it is ever rewritten.
package struct PieceHistory: Sendable {
    /// Another piece with which it shares places of some time.
    package struct Link: Hashable, Sendable {
        package let piece: CoveragePieceID
        package let name: String
        package let at: Instant
    }

    /// Pieces whose places it took.
    package let origins: [Link]
    /// Pieces that took places of it.
    package let successors: [Link]
    /// The newest reports with how each climbed.
    package let reports: [(report: CoverageReport, steps: [PassedStep])]
}

/// One step of a report's climb as it was taken.
package struct PassedStep: Hashable, Sendable {
    package let report: CoverageReportID
    package let level: CoverageLevel
    package let at: Instant
    package let account: AccountID?
    /// Why the level did not see it; nil where it did.
    package let skipped: String?
}

extension PieceHistory.Link: RowDecodable {
    package init(row: Row) throws {
        piece = try row.column(0)
        name = try row.column(1)
        at = try row.column(2)
    }
}

extension PassedStep: RowDecodable {
    package init(row: Row) throws {
        guard let level = CoverageLevel(rawValue: try row.column(1)) else {
            throw RowFault.wrongType(1, expected: "CoverageLevel")
        }
        report = try row.column(0)
        self.level = level
        at = try row.column(2)
        account = try row.column(3)
        skipped = try row.column(4)
    }
}
