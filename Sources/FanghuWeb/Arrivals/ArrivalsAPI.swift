package import Fanghu
import HTTPTypes
import Hummingbird

/// The registrations in the API.
///
/// | address | method | who | act |
/// | --- | --- | --- | --- |
/// | `/api/v1/registrations` | POST | anybody; staff: registerArrivals | register |
/// | `/api/v1/arrivals?under=&part=awaiting&after=&limit=` | GET | viewPersons | list |
/// | `/api/v1/arrivals/{id}/doctor-notes` | POST | answerFevers | answerFever |
/// | `/api/v1/arrivals/{id}/confirm` | POST | resolveLeads | confirmDwelling |
/// | `/api/v1/leads?under=&after=&limit=` | GET | resolveLeads | openLeads |
/// | `/api/v1/leads` | POST | resolveLeads | receive up to 500 |
/// | `/api/v1/leads/{id}/resolve` | POST | resolveLeads | resolve |
package enum ArrivalsAPIAddress: Address {
    case registrations
    case list
    case doctorNotes(Slot<ArrivalID>)
    case confirm(Slot<ArrivalID>)
    case leads
    case resolveLead(Slot<LeadID>)

    package static let all: [ArrivalsAPIAddress] = [
        .registrations, .list, .doctorNotes("id"), .confirm("id"), .leads, .resolveLead("id"),
    ]

    package var path: String {
        switch self {
        case .registrations: "/api/v1/registrations"
        case .list: "/api/v1/arrivals"
        case .doctorNotes(let id): "/api/v1/arrivals/\(id)/doctor-notes"
        case .confirm(let id): "/api/v1/arrivals/\(id)/confirm"
        case .leads: "/api/v1/leads"
        case .resolveLead(let id): "/api/v1/leads/\(id)/resolve"
        }
    }
}

/// Answers the API's requests about arrivals.
package struct ArrivalsAPI: Sendable {
    let service: ArrivalsService

    package init(service: ArrivalsService) {
        self.service = service
    }

    package func add(to routes: Routes) {
        routes.post(ArrivalsAPIAddress.registrations, use: register)
        routes.get(ArrivalsAPIAddress.list, use: list)
        routes.post(ArrivalsAPIAddress.doctorNotes("id"), use: answerFever)
        routes.post(ArrivalsAPIAddress.confirm("id"), use: confirm)
        routes.get(ArrivalsAPIAddress.leads, use: leads)
        routes.post(ArrivalsAPIAddress.leads, use: receiveLeads)
        routes.post(ArrivalsAPIAddress.resolveLead("id"), use: resolveLead)
    }

    @Sendable func register(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let body = try await request.decodeStrict(RegistrationBody.self, context: context)
        let receipt = try await service.register(
            body.draft,
            id: body.id,
            in: body.committee,
            source: .api,
            by: context.visitor?.actor ?? .visitor
        )
        let link = "/r/o/\(receipt.link.text)"
        return try .json(
            RegistrationAnswer(receipt, link: link, in: context.language),
            status: receipt.isRepeat ? .ok : .created
        )
    }

    @Sendable func list(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let listing = try await service.list(
            under: try request.query("under", as: DivisionID.self),
            onlyAwaiting: try request.query("part", as: ArrivalPart.self) == .awaiting,
            after: try request.query("after", as: ArrivalKey.self) ?? .start,
            limit: try request.query("limit", as: Int.self) ?? 50,
            for: try context.signedIn().actor
        )
        return try .json(ArrivalListAnswer(listing))
    }

    @Sendable func answerFever(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let id = try context.value(of: "id", as: ArrivalID.self)
        let body = try await request.decodeStrict(DoctorNoteBody.self, context: context)
        let row = try await service.answerFever(of: id, body.decision, saying: body.note ?? "", by: actor)
        return try .json(ArrivalAnswer(row))
    }

    @Sendable func confirm(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let id = try context.value(of: "id", as: ArrivalID.self)
        let body = try await request.decodeStrict(ConfirmationBody.self, context: context)
        let confirmed = try await service.confirmDwelling(
            of: id,
            address: body.address,
            dwelling: body.dwelling,
            by: actor
        )
        return try .json(ConfirmationAnswer(confirmed))
    }
}

/// The dwelling as a worker confirmed it.
struct ConfirmationBody: StrictDraft {
    let address: String
    let dwelling: PlaceID?

    enum CodingKeys: String, CodingKey {
        case address
        case dwelling
    }
}

/// What a confirmation led to.
struct ConfirmationAnswer: Encodable {
    let id: ArrivalID
    let state: String
    let disposition: Disposition
    let observation: ObservationID?

    init(_ confirmed: ConfirmedArrival) {
        id = confirmed.row.key.id
        state = confirmed.row.state.name
        disposition = confirmed.classification.disposition
        observation = confirmed.observation?.id
    }
}
