import Fanghu
import Hummingbird

// The leads in the API; their addresses stand with the other arrivals'.

extension ArrivalsAPI {
    /// The most leads that one call may bring.
    private static let largestBatch = 500

    @Sendable func leads(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let limit = min(max(try request.query("limit", as: Int.self) ?? 50, 1), 200)
        let found = try await service.openLeads(
            under: try request.query("under", as: DivisionID.self),
            after: try request.query("after", as: LeadKey.self) ?? .start,
            limit: limit + 1,
            for: actor
        )
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { LeadKey($0.row).addressText } : nil
        return try .json(LeadListAnswer(leads: shown.map(LeadAnswer.init), next: next))
    }

    @Sendable func receiveLeads(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(LeadBatchBody.self, context: visit)
        guard (1...Self.largestBatch).contains(body.leads.count) else { throw EdgeRefusal.malformedField("leads") }
        let new = try await service.receive(body.leads.map(\.draft), by: actor)
        return try .json(LeadReceipt(received: body.leads.count, new: new), status: new > 0 ? .created : .ok)
    }

    @Sendable func resolveLead(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: LeadID.self)
        let body = try await request.decodeStrict(LeadResolutionBody.self, context: visit)
        try await service.resolve(id, body.outcome(), by: actor)
        let (row, text) = try await service.lead(id, for: actor)
        return try .json(LeadAnswer(OpenLead(row, text)))
    }
}

/// Leads of a list, from a checkpoint or from above.
struct LeadBatchBody: StrictDraft {
    let leads: [LeadBody]

    enum CodingKeys: String, CodingKey {
        case leads
    }
}

/// One lead; the sender makes the id, so that a list sent twice is one.
struct LeadBody: StrictDraft {
    let id: LeadID
    let committee: DivisionID
    let source: LeadSource
    let name: String?
    let phone: String?
    let address: String?
    let note: String?

    enum CodingKeys: String, CodingKey {
        case id
        case committee
        case source
        case name
        case phone
        case address
        case note
    }

    var draft: LeadDraft {
        let text = LeadText(name: name, phone: phone, address: address, note: note)
        return LeadDraft(id: id, committee: committee, source: source, text: text)
    }
}

/// How a lead was settled.
struct LeadResolutionBody: StrictDraft {
    let resolution: LeadState
    let arrival: ArrivalID?
    let duplicateOf: LeadID?
    let reason: String?

    enum CodingKeys: String, CodingKey {
        case resolution
        case arrival
        case duplicateOf
        case reason
    }

    func outcome() throws -> LeadResolution {
        switch resolution {
        case .registered:
            guard let arrival else { throw EdgeRefusal.missingField("arrival") }
            return .registered(arrival)
        case .notHere: return .notHere(reason: reason ?? "")
        case .wrong: return .wrong(reason: reason ?? "")
        case .duplicate:
            guard let duplicateOf else { throw EdgeRefusal.missingField("duplicateOf") }
            return .duplicate(of: duplicateOf)
        case .open: throw EdgeRefusal.malformedField("resolution")
        }
    }
}

/// How many of the leads sent were new.
struct LeadReceipt: Encodable {
    let received: Int
    let new: Int
}

/// A page of open leads.
struct LeadListAnswer: Encodable {
    let leads: [LeadAnswer]
    /// For `after`; absent on the last page.
    let next: String?
}

/// A lead, masked.
struct LeadAnswer: Encodable {
    let id: LeadID
    let committee: DivisionID
    let source: LeadSource
    let state: LeadState
    let name: String?
    let receivedAt: Instant
    let dueAt: Instant
    let arrival: ArrivalID?

    init(_ lead: OpenLead) {
        id = lead.row.id
        committee = lead.row.committee
        source = lead.row.source
        state = lead.row.state
        name = lead.maskedName
        receivedAt = lead.row.receivedAt
        dueAt = lead.row.dueAt
        arrival = lead.row.arrival
    }
}
