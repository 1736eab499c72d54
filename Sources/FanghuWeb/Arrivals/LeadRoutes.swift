package import Fanghu
import Hummingbird

/// Leads at the desk: hints that somebody has arrived, until each is a registration or a reason (I-3).
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/leads?after=` | GET | resolveLeads | the open ones, the most urgent first |
/// | `/desk/leads/add` | GET, POST | resolveLeads | enter one |
/// | `/desk/leads/{id}` | GET | resolveLeads | one, with whom it may be |
/// | `/desk/leads/{id}/resolve` | POST | resolveLeads | settle it |
package enum LeadAddress: Address {
    case list
    case add
    case lead(Slot<LeadID>)
    case resolve(Slot<LeadID>)

    package static let all: [LeadAddress] = [.list, .add, .lead("id"), .resolve("id")]

    package var path: String {
        switch self {
        case .list: "/desk/leads"
        case .add: "/desk/leads/add"
        case .lead(let id): "/desk/leads/\(id)"
        case .resolve(let id): "/desk/leads/\(id)/resolve"
        }
    }
}

/// The list, the form and the page of leads.
struct LeadRoutes: Sendable {
    let service: ArrivalsService
    let register: PersonDesk
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(LeadAddress.list, use: list)
        routes.get(LeadAddress.add, use: askNew)
        routes.post(LeadAddress.add, use: addNew)
        routes.get(LeadAddress.lead("id"), use: lead)
        routes.post(LeadAddress.resolve("id"), use: resolve)
        pages.addNavigation(NavigationEntry(LeadAddress.list, "leads.title", isShown: { $0.may(.resolveLeads) }))
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let after = try request.query("after", as: LeadKey.self) ?? .start
        let found = try await service.openLeads(after: after, limit: pageLength + 1, for: actor)
        let page = LeadListPage(found, pageLength: pageLength, after: after, territory(), now: context.now)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try pages.response(newPage(FormView(), visit), to: request, visit)
    }

    @Sendable func addNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try newPage($0, visit)
        } act: {
            let text = LeadText(
                name: form.optionalText("name"),
                phone: form.optionalText("phone"),
                address: form.optionalText("address"),
                note: form.optionalText("note")
            )
            guard text != LeadText() else { throw EdgeRefusal.missingField("name") }
            let draft = LeadDraft(
                id: LeadID(form.raw("id")) ?? context.newID(),
                committee: try form.required("committee", as: DivisionID.self),
                source: try form.required("source", as: LeadSource.self),
                text: text
            )
            _ = try await service.receive([draft], by: actor)
            return pages.seeOther(LeadAddress.lead(.of(draft.id)), saying: "leads.added")
        }
    }

    @Sendable func lead(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func resolve(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: LeadID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            try await service.resolve(id, try resolution(form), by: actor)
            return pages.seeOther(LeadAddress.list, saying: "leads.resolved")
        }
    }

    private func resolution(_ form: FormValues) throws -> LeadResolution {
        let reason = form.text("reason")
        switch try form.required("resolution", as: LeadState.self) {
        case .registered: return .registered(try form.required("arrival", as: ArrivalID.self))
        case .notHere: return .notHere(reason: reason)
        case .wrong: return .wrong(reason: reason)
        case .duplicate: return .duplicate(of: try form.required("duplicateOf", as: LeadID.self))
        case .open: throw EdgeRefusal.malformedField("resolution")
        }
    }

    private func newPage(_ view: FormView, _ visit: FanghuRequestContext) throws -> NewLeadPage {
        let territory = territory()
        guard let seat = try visit.signedIn().widestSeat(for: .resolveLeads, at: context.now, in: territory) else {
            throw AccessRefusal.notPermitted(.resolveLeads)
        }
        return NewLeadPage(view, id: context.newID(), under: seat, territory)
    }

    private func page(_ view: FormView, _ visit: FanghuRequestContext) async throws -> LeadPage {
        let actor = try visit.signedIn().actor
        let (row, text) = try await service.lead(visit.value(of: "id", as: LeadID.self), for: actor)
        let candidates = try await service.candidates(for: row, text, for: actor)
        let names = try await register.masked(candidates.map(\.person))
        let others = try await service.openLeads(limit: 50, for: actor).filter { $0.row.id != row.id }
        return LeadPage(view, row, text, candidates, names, others: others, territory(), now: context.now)
    }
}

extension LeadKey: AddressValue {
    package var addressText: String { "\(dueAt.microseconds)_\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: "_")
        guard parts.count == 2, let due = Int64(parts[0]), let id = LeadID(parts[1]) else { return nil }
        self.init(dueAt: Instant(microseconds: due), id: id.text)
    }
}

extension LeadState: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension LeadSource: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension ArrivalID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension LeadID: FormValue {
    package init?(formText: String) { self.init(formText) }
}
