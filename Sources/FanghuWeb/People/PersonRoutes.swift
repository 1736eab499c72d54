package import Fanghu
import Hummingbird

/// Persons at the desk.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/persons?q=&pending=&after=` | GET | viewPersons | the register of one's territory, or what a search finds |
/// | `/desk/persons/{committee}/{id}` | GET | viewPersons | one person, masked, with everything that happened |
/// | `/desk/persons/{committee}/{id}` | POST | showPersons | the same unmasked, for a reason |
package enum PersonAddress: Address {
    case list
    case person(Slot<DivisionID>, Slot<PersonID>)

    package static let all: [PersonAddress] = [.list, .person("committee", "id")]

    package var path: String {
        switch self {
        case .list: "/desk/persons"
        case .person(let committee, let id): "/desk/persons/\(committee)/\(id)"
        }
    }

    static func of(_ person: PersonReference) -> PersonAddress { .person(.of(person.committee), .of(person.id)) }
}

/// Finding and seeing persons.
struct PersonRoutes: Sendable {
    let service: PeopleService
    let history: PersonHistory
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(PersonAddress.list, use: list)
        routes.get(PersonAddress.person("committee", "id"), use: person)
        routes.post(PersonAddress.person("committee", "id"), use: show)
        pages.addNavigation(NavigationEntry(PersonAddress.list, "people.title", isShown: { $0.may(.viewPersons) }))
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let text = FormText.trimmed(request.query("q") ?? "")
        let onlyPending = request.query("pending") != nil
        let after = try request.query("after", as: PersonReference.self)
        let found: PersonPage
        var refusals: [any Refusal] = []
        do {
            found = try await read(text, onlyPending: onlyPending, after: after, for: actor)
        } catch let refusal as PeopleRefusal where refusal.kind == .invalid {
            refusals = [refusal]
            found = .nobody
        }
        let view = FormView(FormValues(["q": text]), refusals: refusals)
        let page = PersonListPage(view, found, text: text, onlyPending: onlyPending, after: after, territory())
        return try pages.response(page, to: request, visit)
    }

    @Sendable func person(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), nil, visit), to: request, visit)
    }

    @Sendable func show(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let reference = try reference(visit)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, nil, visit)
        } act: {
            let reason = [form.text("reason"), form.text("reasonText")].filter { !$0.isEmpty }.joined(separator: ": ")
            let shown = try await service.show(reference, reason: reason, by: actor)
            return try await pages.response(page(FormView(form), shown, visit), to: request, visit)
        }
    }

    private func read(
        _ text: String,
        onlyPending: Bool,
        after: PersonReference?,
        for actor: Actor
    ) async throws -> PersonPage {
        guard text.isEmpty else {
            return try await service.search(text, after: after, limit: pageLength, for: actor)
        }
        return try await service.page(onlyPending: onlyPending, after: after, limit: pageLength, for: actor)
    }

    private func page(_ view: FormView, _ shown: Person?, _ visit: FanghuRequestContext) async throws -> PersonPageView
    {
        let visitor = try visit.signedIn()
        let reference = try reference(visit)
        let person = try await service.person(reference, for: visitor.actor)
        return PersonPageView(
            view,
            person,
            shown: shown,
            try await history.entries(of: reference, for: visitor),
            mayShow: visitor.may(.showPersons),
            territory(),
            now: context.now
        )
    }

    private func reference(_ visit: FanghuRequestContext) throws -> PersonReference {
        PersonReference(
            committee: try visit.value(of: "committee", as: DivisionID.self),
            id: try visit.value(of: "id", as: PersonID.self)
        )
    }
}

extension PersonReference: AddressValue {
    /// `COMMITTEE.ID`, as `after` carries it.
    package var addressText: String { "\(committee).\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]), let id = PersonID(parts[1]) else { return nil }
        self.init(committee: committee, id: id)
    }
}
