package import Store

/// A lead as its table holds it.
package struct LeadRow: Sendable, RowDecodable {
    package let committee: DivisionID
    package let id: LeadID
    package let source: LeadSource
    package let state: LeadState
    package let receivedAt: Instant
    package let dueAt: Instant
    package let resolvedAt: Instant?
    package let arrival: ArrivalID?
    package let sealed: Sealed<LeadText>

    package init(row: Row) throws {
        guard let source = LeadSource(rawValue: try row.column(2)), let state = LeadState(rawValue: try row.column(3))
        else { throw RowFault.wrongType(3, expected: "lead state") }
        committee = try row.column(0)
        id = try row.column(1)
        self.source = source
        self.state = state
        receivedAt = try row.column(4)
        dueAt = try row.column(5)
        resolvedAt = try row.column(6)
        arrival = try row.column(7)
        sealed = try row.column(8)
    }
}

/// What somebody said about an arrival; sealed with the lead.
package struct LeadText: Codable, Hashable, Sendable {
    package let name: String?
    package let phone: String?
    package let address: String?
    package let note: String?

    package init(name: String? = nil, phone: String? = nil, address: String? = nil, note: String? = nil) {
        self.name = name
        self.phone = phone
        self.address = address
        self.note = note
    }

    /// Where it is sealed.
    static func place(of id: LeadID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("lead.sealed", committee: committee, id: id)
    }
}

/// A lead as it comes in.
package struct LeadDraft: Sendable {
    package let id: LeadID
    package let committee: DivisionID
    package let source: LeadSource
    package let text: LeadText

    package init(id: LeadID, committee: DivisionID, source: LeadSource, text: LeadText) {
        self.id = id
        self.committee = committee
        self.source = source
        self.text = text
    }
}
