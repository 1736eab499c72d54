/// What somebody tells the duty desk.
package struct OrderReport: Sendable {
    /// Made by the sender, so that a report sent twice is one order.
    package let id: WorkOrderID
    package let committee: DivisionID
    package let source: OrderSource
    package let summary: String
    package var address: String?
    package var place: PlaceID?
    /// Nil leaves the class to the duty desk.
    package var code: String?
    package var urgency: OrderClass.Urgency?
    package var caller: OrderCaller?
    /// To accept, file and dispatch it at once, as an operator does during the call.
    package var isDispatchedNow = false
    package var owner: AccountID?

    package init(id: WorkOrderID, committee: DivisionID, source: OrderSource, summary: String) {
        self.id = id
        self.committee = committee
        self.source = source
        self.summary = summary
    }
}
