package import Fanghu
import Hummingbird

/// Registrations at the desk.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/arrivals` | GET | viewPersons | those waiting for a confirmation |
/// | `/desk/arrivals/{id}` | GET | viewPersons | what was said, and why it is classified so |
/// | `/desk/arrivals/{id}/confirm` | POST | resolveLeads | confirm the dwelling |
/// | `/desk/arrivals/{id}/check` | POST | resolveLeads | record a second check |
package enum ArrivalsDeskAddress: Address {
    case list
    case arrival(Slot<ArrivalID>)
    case confirm(Slot<ArrivalID>)
    case check(Slot<ArrivalID>)

    package static let all: [ArrivalsDeskAddress] = [.list, .arrival("id"), .confirm("id"), .check("id")]

    package var path: String {
        switch self {
        case .list: "/desk/arrivals"
        case .arrival(let id): "/desk/arrivals/\(id)"
        case .confirm(let id): "/desk/arrivals/\(id)/confirm"
        case .check(let id): "/desk/arrivals/\(id)/check"
        }
    }
}

/// The worker's side of a registration.
struct ArrivalsDeskRoutes: Sendable {
    let service: ArrivalsService
    let places: PlacesService
    let register: PersonDesk
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(ArrivalsDeskAddress.list, use: list)
        routes.get(ArrivalsDeskAddress.arrival("id"), use: arrival)
        routes.post(ArrivalsDeskAddress.confirm("id"), use: confirm)
        routes.post(ArrivalsDeskAddress.check("id"), use: check)
        pages.addNavigation(
            NavigationEntry(ArrivalsDeskAddress.list, "desk.arrivals", isShown: { $0.may(.resolveLeads) })
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let after = request.query("after").flatMap { ArrivalKey($0) } ?? .start
        let onlyAwaiting = request.query("all") == nil
        let listing = try await service.list(under: nil, onlyAwaiting: onlyAwaiting, after: after, for: actor)
        let persons = try await register.masked(listing.rows.map(\.person))
        let page = ArrivalListPage(
            listing,
            persons,
            onlyAwaiting: onlyAwaiting,
            newLink: newLink(for: actor),
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    /// Where a worker begins to register somebody: in their committee, or where they choose it.
    private func newLink(for actor: Actor) -> String? {
        guard case .staff(let staff) = actor else { return nil }
        let place = staff.appointments.first { appointment in
            appointment.role.permissions.contains(.registerArrivals) && appointment.isInForce(at: context.now)
        }?
        .place
        return place.map { ArrivalsAddress.at(.of($0)).path }
    }

    @Sendable func arrival(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func confirm(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: ArrivalID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, visit)
        } act: {
            let address = form.text("address")
            let confirmed = try await service.confirmDwelling(
                of: id,
                address: address,
                dwelling: try await dwelling(at: address, of: id, for: actor),
                by: actor
            )
            if let observation = confirmed.observation {
                return pages.seeOther(ObservationDeskAddress.observation(.of(observation.id)), saying: "desk.confirmed")
            }
            return pages.seeOther(ArrivalsDeskAddress.arrival(.of(id)), saying: "desk.confirmed")
        }
    }

    @Sendable func check(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: ArrivalID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, visit)
        } act: {
            _ = try await service.checkAgain(id, finding: form.text("note"), by: actor)
            return pages.seeOther(ArrivalsDeskAddress.arrival(.of(id)), saying: "desk.checked")
        }
    }

    /// The dwelling of the register that an address surely means; the text itself is kept beside it.
    private func dwelling(at address: String, of id: ArrivalID, for actor: Actor) async throws -> PlaceID? {
        let committee = try await service.committee(of: id, for: actor)
        return try await places.match(address, in: committee)
            .first { $0.committee == committee && $0.confidence.isSure }?
            .dwelling?
            .id
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> ArrivalPage {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: ArrivalID.self)
        let found = try await service.arrival(id, for: actor)
        let person = try await register.masked([found.row.person])[found.row.person.id]
        let link = service.link(of: found.row.key)
        return ArrivalPage(form, found.row, found.details, person, link: link, territory())
    }
}

/// The registrations of a territory.
struct ArrivalListPage: Page {
    static let template = "arrivals-desk-list"

    struct Row {
        let link: String
        let name: String
        let place: String
        let arrivedOn: String
        let received: String
        let state: Words
        let isTakenAside: Bool
        let checkCode: String
    }

    let rows: [Row]
    let next: String?
    let showsAll: Bool
    let allLink: String
    let awaitingLink: String
    let newLink: String?

    init(
        _ listing: ArrivalsService.Listing,
        _ persons: [PersonID: MaskedPerson],
        onlyAwaiting: Bool,
        newLink: String?,
        _ territory: Territory,
        now: Instant
    ) {
        self.newLink = newLink
        rows = listing.rows.map { row in
            Row(
                link: ArrivalsDeskAddress.arrival(.of(row.key.id)).path,
                name: persons[row.person.id]?.name ?? "—",
                place: territory.node(row.key.committee)?.name ?? "",
                arrivedOn: row.arrivedOn.iso,
                received: DeskText.moment(row.receivedAt, now: now),
                state: row.state.words,
                isTakenAside: row.checkCode == CheckCode.takeAside.rawValue,
                checkCode: row.checkCode
            )
        }
        let path = ArrivalsDeskAddress.list.path
        showsAll = !onlyAwaiting
        allLink = path + "?all=1"
        awaitingLink = path
        next = listing.next.map { key in
            path + AddressText.query([("all", onlyAwaiting ? nil : "1"), ("after", key.text)])
        }
    }
}

/// One registration with its one next step.
struct ArrivalPage: Page {
    static let template = "arrivals-desk-arrival"

    let form: FormView?
    let name: String
    let document: String
    let phone: String
    let state: Words
    let place: String
    let arrivedOn: String
    let address: String
    let disposition: Words
    let checkCode: String
    let isTakenAside: Bool
    let reasons: [Words]
    let secondCheck: [Words]
    let confirmAction: String?
    let checkAction: String?
    let confirmFields: [Field]
    let checkFields: [Field]
    let link: String

    init(
        _ view: FormView,
        _ row: ArrivalRow,
        _ details: ArrivalDetails,
        _ person: MaskedPerson?,
        link: ArrivalLink,
        _ territory: Territory
    ) {
        form = view
        name = person?.name ?? "—"
        document = person?.document ?? "—"
        phone = person?.phone ?? "—"
        state = row.state.words
        place = territory.fullName(of: row.key.committee)
        arrivedOn = row.arrivedOn.iso
        address = details.confirmedAddress ?? details.stay.addressText ?? ""
        disposition = details.classification.disposition.words
        checkCode = row.checkCode
        isTakenAside = row.checkCode == CheckCode.takeAside.rawValue
        reasons = details.classification.reasons.map(\.words)
        secondCheck = details.classification.secondCheck.map(\.words)
        confirmAction = row.state.awaitsConfirmation ? ArrivalsDeskAddress.confirm(.of(row.key.id)).path : nil
        let needsCheck = row.state == .classified && !details.classification.secondCheck.isEmpty
        checkAction = needsCheck ? ArrivalsDeskAddress.check(.of(row.key.id)).path : nil
        let filled =
            view.values.raw("address").isEmpty && view.refusals.isEmpty
            ? FormView(FormValues(["address": address])) : view
        confirmFields = [filled.field("address", "desk.confirmedAddress")]
        checkFields = [view.field("note", "desk.checkNote")]
        self.link = ObserveeAddress.own(.of(link.text)).path
    }
}
