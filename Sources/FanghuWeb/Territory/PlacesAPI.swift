import Fanghu
import Hummingbird

/// The register of places in the API.
///
/// | address | method | who | act |
/// | --- | --- | --- | --- |
/// | `/api/v1/compounds?under=&after=&limit=` | GET | managePlaces | page |
/// | `/api/v1/dwellings?compound=&under=&after=&limit=` | GET | managePlaces | page, in the order of a walk |
/// | `/api/v1/dwellings` | POST | managePlaces | add one |
package enum PlacesAPIAddress: Address {
    case compounds
    case dwellings

    package static let all: [PlacesAPIAddress] = [.compounds, .dwellings]

    package var path: String {
        switch self {
        case .compounds: "/api/v1/compounds"
        case .dwellings: "/api/v1/dwellings"
        }
    }
}

/// Answers the API's requests about places.
struct PlacesAPI: Sendable {
    let service: PlacesService

    func add(to routes: Routes) {
        routes.get(PlacesAPIAddress.compounds, use: compounds)
        routes.get(PlacesAPIAddress.dwellings, use: dwellings)
        routes.post(PlacesAPIAddress.dwellings, use: addDwelling)
    }

    @Sendable func compounds(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let page = try await service.compounds(
            under: request.query("under", as: DivisionID.self),
            after: request.query("after", as: PlaceKey.self) ?? .start,
            limit: limit(request),
            for: actor
        )
        return try .json(CompoundListAnswer(page))
    }

    @Sendable func dwellings(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let after = try request.query("after", as: DwellingKey.self) ?? .start
        let limit = try limit(request)
        if let compound = try request.query("compound", as: PlaceID.self) {
            let page = try await service.dwellings(of: compound, after: after, limit: limit, for: actor)
            return try .json(DwellingListAnswer(page))
        }
        let under = try request.query("under", as: DivisionID.self)
        let page = try await service.dwellings(under: under, after: after, limit: limit, for: actor)
        return try .json(DwellingListAnswer(page))
    }

    @Sendable func addDwelling(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(DwellingBody.self, context: visit)
        guard let committee = DivisionID(body.committee) else { throw EdgeRefusal.malformedField("committee") }
        let compound = try body.compound.map { text in
            guard let id = PlaceID(text) else { throw EdgeRefusal.malformedField("compound") }
            return id
        }
        let dwelling = try await service.addDwelling(body.address, compound: compound, in: committee, by: actor)
        return try .json(DwellingAnswer(dwelling), status: .created)
    }

    private func limit(_ request: Request) throws -> Int {
        min(max(try request.query("limit", as: Int.self) ?? 50, 1), 200)
    }
}

/// A dwelling to be added; its building is made where it is new.
struct DwellingBody: StrictDraft {
    let committee: String
    let address: String
    let compound: String?

    enum CodingKeys: String, CodingKey {
        case committee
        case address
        case compound
    }
}

/// A page of compounds.
struct CompoundListAnswer: Encodable {
    struct Entry: Encodable {
        let id: String
        let committee: DivisionID
        let name: String
        let kind: String
        let management: String
        let address: String?
        let longitude: Double?
        let latitude: Double?
        let isClosed: Bool
    }

    let compounds: [Entry]
    let total: Int
    /// For `after`; absent on the last page.
    let next: String?

    init(_ page: PlacePage<Compound, PlaceKey>) {
        compounds = page.places.map { compound in
            Entry(
                id: compound.id.text,
                committee: compound.committee,
                name: compound.name,
                kind: compound.kind.rawValue,
                management: compound.management.rawValue,
                address: compound.address,
                longitude: compound.location?.point.longitude,
                latitude: compound.location?.point.latitude,
                isClosed: compound.isClosed
            )
        }
        total = page.total
        next = page.next?.addressText
    }
}

/// A dwelling in the API.
struct DwellingAnswer: Encodable {
    let id: String
    let committee: DivisionID
    let building: String
    let compound: String?
    let address: String
    let room: String

    init(_ dwelling: Dwelling) {
        id = dwelling.id.text
        committee = dwelling.committee
        building = dwelling.building.text
        compound = dwelling.compound?.text
        address = dwelling.address
        room = dwelling.room
    }
}

/// A page of dwellings.
struct DwellingListAnswer: Encodable {
    let dwellings: [DwellingAnswer]
    let total: Int
    /// For `after`; absent on the last page.
    let next: String?

    init(_ page: PlacePage<Dwelling, DwellingKey>) {
        dwellings = page.places.map(DwellingAnswer.init)
        total = page.total
        next = page.next?.addressText
    }
}
