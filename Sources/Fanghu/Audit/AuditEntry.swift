/// One act in the record that nobody can change unnoticed (R-SEC-03).
///
/// The detail never holds personal data: ids, codes and counts only.
package struct AuditEntry: Sendable {
    package let committee: DivisionID
    /// 1, 2, 3 … within the committee's chain, without gaps.
    package let sequence: Int64
    package let draft: Draft
    /// SHA-256 over the entry before and this one.
    package let digest: [UInt8]

    package init(committee: DivisionID, sequence: Int64, draft: Draft, digest: [UInt8]) {
        self.committee = committee
        self.sequence = sequence
        self.draft = draft
        self.digest = digest
    }

    package struct Draft: Sendable {
        package let committee: DivisionID
        package let authority: Authority
        /// What was done, `room.act`.
        package let act: String
        /// What it was done to, `kind:id`.
        package let subject: String
        package let reason: String?
        package let detail: String?

        package init(
            committee: DivisionID,
            authority: Authority,
            act: String,
            subject: String,
            reason: String? = nil,
            detail: String? = nil
        ) {
            self.committee = committee
            self.authority = authority
            self.act = act
            self.subject = subject
            self.reason = reason
            self.detail = detail
        }
    }
}
