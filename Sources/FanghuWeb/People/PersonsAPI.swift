package import Fanghu
import Hummingbird

/// The register of persons in the API.
///
/// | address | method | who | act |
/// | --- | --- | --- | --- |
/// | `/api/v1/persons?q=&under=&after=&limit=` | GET | viewPersons | page, or search |
/// | `/api/v1/persons/{committee}/{id}` | GET | viewPersons | person, masked |
/// | `/api/v1/persons/{committee}/{id}/show` | POST | showPersons | the same unmasked, for a reason |
package enum PersonsAPIAddress: Address {
    case list
    case person(Slot<DivisionID>, Slot<PersonID>)
    case show(Slot<DivisionID>, Slot<PersonID>)

    package static let all: [PersonsAPIAddress] = [.list, .person("committee", "id"), .show("committee", "id")]

    package var path: String {
        switch self {
        case .list: "/api/v1/persons"
        case .person(let committee, let id): "/api/v1/persons/\(committee)/\(id)"
        case .show(let committee, let id): "/api/v1/persons/\(committee)/\(id)/show"
        }
    }
}

/// Answers the API's requests about persons.
struct PersonsAPI: Sendable {
    let service: PeopleService

    func add(to routes: Routes) {
        routes.get(PersonsAPIAddress.list, use: list)
        routes.get(PersonsAPIAddress.person("committee", "id"), use: person)
        routes.post(PersonsAPIAddress.show("committee", "id"), use: show)
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let under = try request.query("under", as: DivisionID.self)
        let after = try request.query("after", as: PersonReference.self)
        let limit = try request.query("limit", as: Int.self) ?? 50
        guard let text = request.query("q") else {
            let page = try await service.page(under: under, after: after, limit: limit, for: actor)
            return try .json(PersonListAnswer(page))
        }
        let page = try await service.search(text, under: under, after: after, limit: limit, for: actor)
        return try .json(PersonListAnswer(page))
    }

    @Sendable func person(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        return try .json(try await service.person(reference(visit), for: actor))
    }

    @Sendable func show(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(ShowBody.self, context: visit)
        return try .json(ShownPersonAnswer(try await service.show(reference(visit), reason: body.reason, by: actor)))
    }

    private func reference(_ visit: FanghuRequestContext) throws -> PersonReference {
        PersonReference(
            committee: try visit.value(of: "committee", as: DivisionID.self),
            id: try visit.value(of: "id", as: PersonID.self)
        )
    }
}

/// Why somebody's details are needed.
struct ShowBody: StrictDraft {
    let reason: String

    enum CodingKeys: String, CodingKey {
        case reason
    }
}

/// A page of persons, masked.
struct PersonListAnswer: Encodable {
    let persons: [MaskedPerson]
    /// For `after`; absent on the last page.
    let next: String?
    /// How many there are; absent for a search, which opens only what it shows.
    let total: Int?

    init(_ page: PersonPage) {
        persons = page.persons
        next = page.next?.addressText
        total = page.total
    }
}

/// A person unmasked.
struct ShownPersonAnswer: Encodable {
    let id: PersonID
    let committee: DivisionID
    let name: String
    let birthDate: CivilDate?
    let documents: [String]
    let phones: [String]
    let address: String?
    let registeredDivision: String?
    let version: Int

    init(_ person: Person) {
        id = person.id
        committee = person.committee
        name = person.details.name.text
        birthDate = person.details.birthDate
        documents = person.details.documents.map(\.number)
        phones = person.details.phones.map(\.e164)
        address = person.details.address
        registeredDivision = person.details.registeredDivision
        version = person.version
    }
}
