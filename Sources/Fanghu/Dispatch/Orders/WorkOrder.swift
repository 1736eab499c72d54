/// One matter from its report to its verified end: who has it, until when, and how it was settled (DOMAIN §6.4).
///
/// What has to be done are duty tasks that carry the order's id; the order says when all of them together are enough.
package struct WorkOrder: Sendable, Equatable {
    package let committee: DivisionID
    package let id: WorkOrderID
    package var code: String
    package var urgency: OrderClass.Urgency
    package var state: OrderState
    /// The one who has it now; nil is the township's duty desk (I-10).
    package var owner: AccountID?
    package let place: PlaceID?
    package let subject: DutyTask.Subject?
    package let source: OrderSource
    /// Whether a fact of another room can prove its end, so that nobody has to verify it.
    package let isProvedByFact: Bool
    package let reportedAt: Instant
    /// When the present stage must be over.
    package var dueAt: Instant
    /// When it must be handled; nil before it is filed.
    package var handleBy: Instant?
    package var acknowledgedAt: Instant?
    /// When the caller was first contacted (先行联系).
    package var contactedAt: Instant?
    package var handledAt: Instant?
    package var handledBy: AccountID?
    package var verifiedBy: AccountID?
    package var closedAt: Instant?
    /// An extension that somebody asked for and nobody has approved yet.
    package var extensionAskedBy: AccountID?
    package var extensions: Int
    package var suspendedAt: Instant?
    package var duplicateOf: WorkOrderID?
    /// When it was last put before the duty desk because nobody acknowledged it.
    package var escalatedAt: Instant?
    package var isSolved: Bool?
    package var isSatisfied: Bool?
    /// Counts the acts; a step is stored under it.
    package var version: Int

    package init(
        committee: DivisionID,
        id: WorkOrderID,
        code: String,
        urgency: OrderClass.Urgency,
        state: OrderState = .reported,
        owner: AccountID? = nil,
        place: PlaceID? = nil,
        subject: DutyTask.Subject? = nil,
        source: OrderSource,
        isProvedByFact: Bool = false,
        reportedAt: Instant,
        dueAt: Instant,
        handleBy: Instant? = nil
    ) {
        self.committee = committee
        self.id = id
        self.code = code
        self.urgency = urgency
        self.state = state
        self.owner = owner
        self.place = place
        self.subject = subject
        self.source = source
        self.isProvedByFact = isProvedByFact
        self.reportedAt = reportedAt
        self.dueAt = dueAt
        self.handleBy = handleBy
        extensions = 0
        version = 1
    }

    /// Whether it was handled within its limit; nil while it is not handled.
    package var isOnTime: Bool? {
        guard let handledAt, let handleBy else { return nil }
        return handledAt <= handleBy
    }
}
