/// What an import did, or would do: the same for a dry run.
package struct EditionReport: Sendable {
    package let rows: Int
    package let created: Int
    package let changed: Int
    /// Rows that waiting questions keep out are among them, so rows = created + changed + unchanged + unusable ones.
    package let unchanged: Int
    package let retired: Int
    package let problems: [RowProblem]
    package let changes: [DivisionChange]
    package let retirements: [Division]
    /// Questions that wait, those of earlier imports included.
    package let waiting: [Question]

    /// A question with the division it is about.
    package struct Question: Sendable {
        package let stored: StoredProposal
        package let division: Division
    }

    init(file: EditionFile, plan: EditionPlan, waiting: [StoredProposal], before territory: Territory) {
        rows = file.rowCount
        created = plan.created.count
        changed = plan.changed.count
        unchanged = plan.unchanged + plan.stillWaiting + plan.proposals.count { $0.kind.asksIdentity }
        retired = plan.retired.count
        problems = file.problems
        changes = plan.changed
        retirements = plan.retired
        self.waiting = waiting.compactMap { stored in
            territory.node(stored.proposal.division).map { Question(stored: stored, division: $0) }
        }
    }
}
