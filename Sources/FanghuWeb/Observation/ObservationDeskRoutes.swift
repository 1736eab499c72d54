package import Fanghu
import Hummingbird

/// Observations at the desk.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/observations` | GET | viewPersons | list by part |
/// | `/desk/observations/{id}` | GET | viewPersons | where it stands, the next step |
/// | `/desk/observations/{id}/{act}` | POST | see `ObservationAct` | do it |
package enum ObservationDeskAddress: Address {
    case list
    case observation(Slot<ObservationID>)
    case act(Slot<ObservationID>, Slot<String>)

    package static let all: [ObservationDeskAddress] = [.list, .observation("id"), .act("id", "act")]

    package var path: String {
        switch self {
        case .list: "/desk/observations"
        case .observation(let id): "/desk/observations/\(id)"
        case .act(let id, let act): "/desk/observations/\(id)/\(act)"
        }
    }
}

/// The list and the page of observations.
struct ObservationDeskRoutes: Sendable {
    let service: ObservationService
    let acts: ObservationActs
    let register: PersonDesk
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(ObservationDeskAddress.list, use: list)
        routes.get(ObservationDeskAddress.observation("id"), use: observation)
        routes.post(ObservationDeskAddress.act("id", "act"), use: act)
        pages.addNavigation(
            NavigationEntry(ObservationDeskAddress.list, "desk.observations", isShown: { $0.may(.viewPersons) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let part = request.query("part").flatMap { ObservationPart(rawValue: $0) } ?? .active
        let after = request.query("after").flatMap { ObservationKey($0) } ?? .start
        let listing = try await service.list(under: nil, part, after: after, for: actor)
        let references = listing.rows.map { PersonReference(committee: $0.key.committee, id: $0.person) }
        let persons = try await register.masked(references)
        let page = ObservationListPage(listing, persons, part: part, territory(), today: context.now.day)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func observation(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func act(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "id", as: ObservationID.self)
        guard let act = ObservationAct(rawValue: try visit.value(of: "act", as: String.self)) else {
            throw EdgeRefusal.nothingHere
        }
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, visit)
        } act: {
            try await acts.carryOut(act, on: id, form, by: visitor)
            return pages.seeOther(ObservationDeskAddress.observation(.of(id)), saying: "desk.done")
        }
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> ObservationPage {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "id", as: ObservationID.self)
        let row = try await service.observation(id, for: visitor.actor)
        let reference = PersonReference(committee: row.key.committee, id: row.person)
        return ObservationPage(
            form,
            row,
            try await register.masked([reference])[row.person],
            ledger: row.activeFrom == nil ? nil : try await service.ledger(of: row),
            course: try await service.course(of: row, for: visitor.actor),
            pending: try await service.pendingChange(of: row, for: visitor.actor),
            serial: try await service.releaseNote(of: row.key)?.serial,
            visitor: visitor,
            territory(),
            now: context.now,
            newID: context.newID(DayRecordID.self)
        )
    }
}
