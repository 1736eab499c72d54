import Fanghu
import Store

/// The note in the record of acts that a township is a demonstration, and that it is whole.
struct DemoMark {
    private static let act = "demo.end"
    private let installation: Installation

    init(_ installation: Installation) {
        self.installation = installation
    }

    func leave(at township: DivisionID, on instant: Instant) async throws {
        let entry = AuditEntry.Draft(
            committee: township,
            authority: .system(job: "demo", at: instant),
            act: Self.act,
            subject: subject(township)
        )
        try await installation.database.write { connection in try Audit.append([entry], on: connection) }
    }

    func exists(at township: DivisionID) async throws -> Bool {
        try await installation.audit.entries(on: subject(township), of: township, for: .system(job: "demo"))
            .contains { $0.draft.act == Self.act }
    }

    /// Whether any place is a demonstration, whose passwords everybody knows.
    func exists(among drills: [Drill]) async throws -> Bool {
        for drill in drills where try await exists(at: drill.place) { return true }
        return false
    }

    private func subject(_ township: DivisionID) -> String { "demo:\(township)" }
}
