import Fanghu
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// Work in the stairwells, with and without a network.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/field` | GET | recordHouseholds | the page; it holds no data and is kept by the phone |
/// | `/field/area` | GET | recordHouseholds | one's own dwellings; 304 when nothing has changed |
/// | `/sw.js` | GET | anybody | the worker that keeps the page |
package enum FieldAddress: Address {
    case page
    case area
    case worker

    package static let all: [FieldAddress] = [.page, .area, .worker]

    package var path: String {
        switch self {
        case .page: "/field"
        case .area: "/field/area"
        // At the top, because a worker keeps pages below its own address only.
        case .worker: "/sw.js"
        }
    }
}

/// The pages of building heads and all who go from door to door.
struct FieldRoutes: Sendable {
    let households: HouseholdService
    let coverage: CoverageService
    let context: Context
    let pages: PageRenderer
    let worker: ByteBuffer

    func add(to routes: Routes) {
        routes.get(FieldAddress.page, use: page)
        routes.get(FieldAddress.area, use: area)
        routes.get(FieldAddress.worker, use: script)
        pages.addNavigation(
            NavigationEntry(FieldAddress.page, "field.title", isShown: { $0.may(.recordHouseholds) })
        )
    }

    @Sendable func page(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        _ = try visit.signedIn()
        return try pages.response(FieldPage(), to: request, visit)
    }

    @Sendable func area(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        let pieces = try await coverage.ownPieces(of: visitor.actor)
        let area = try await households.fieldArea(of: pieces, for: visitor.actor)
        return try .json(FieldAreaAnswer(area, visitor, today: context.now.day), unlessKnownTo: request)
    }

    @Sendable func script(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache"],
            body: .init(byteBuffer: worker)
        )
    }
}

/// The page itself; everything on it is put there by its script, from what the phone keeps.
struct FieldPage: Page {
    static let template = "field-page"

    struct Kind {
        let value: String
        let label: Words
    }

    let presences = Presence.Kind.allCases.map { Kind(value: $0.rawValue, label: $0.words) }
    let evidences = Presence.Evidence.allCases.filter { $0 != .ledger }
        .map { Kind(value: $0.rawValue, label: $0.words) }
    let fields = HouseholdField.allCases.map { Kind(value: $0.rawValue, label: $0.words) }
    let own = CoverageAddress.mine.path
}

/// What the phone keeps of the server's knowledge.
struct FieldAreaAnswer: Encodable {
    struct Piece: Encodable {
        let id: CoveragePieceID
        let name: String
        let dwellings: [Dwelling]
    }

    struct Dwelling: Encodable {
        let id: PlaceID
        let address: String
        let presence: Presence.Kind?
        let expectedReturn: CivilDate?
        let recheckOn: CivilDate?
        let living: Int?
        let away: Int?
        let heardOn: CivilDate?
        let version: Int

        init(_ line: HouseholdLine) {
            id = line.dwelling
            address = line.address
            presence = line.presence
            expectedReturn = line.expectedReturn
            recheckOn = line.recheckOn
            living = line.living
            away = line.away
            heardOn = line.heardAt?.day
            version = line.version
        }
    }

    /// Whose it is: another's records are never sent in this one's name.
    let account: AccountID
    let name: String
    /// For the header `X-CSRF-Token`; absent where none is needed.
    let token: String?
    let today: CivilDate
    let pieces: [Piece]

    init(_ area: FieldArea, _ visitor: Visitor, today: CivilDate) {
        account = visitor.account
        name = visitor.name
        token = visitor.formToken
        self.today = today
        pieces = area.pieces.map { Piece(id: $0.id, name: $0.name, dwellings: $0.lines.map(Dwelling.init)) }
    }
}

extension FieldRoutes {
    /// The worker's script with the files that it keeps: its text changes when one of them does.
    static func worker(_ share: ShareFolder, keeping assets: [String: String]) throws -> ByteBuffer {
        let source = try String(contentsOf: share.assets.appending(path: "sw.js"), encoding: .utf8)
        let kept =
            [FieldAddress.page.path]
            + ["app_css", "form_js", "outbox_js", "field_js", "favicon_svg"].compactMap { assets[$0] }
        let list = String(decoding: try JSONEncoder().encode(kept), as: UTF8.self).replacing("\\/", with: "/")
        return ByteBuffer(string: source.replacing("[\"__KEPT__\"]", with: list))
    }
}
