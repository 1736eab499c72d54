package import Fanghu
import HTTPTypes
import Hummingbird

/// How things stand, from the city down to the committee, live.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/figures` | GET | viewFigures | leads to the visitor's widest place |
/// | `/desk/figures/{division}?day=` | GET | viewFigures | one place and those below it |
/// | `/desk/figures/{division}/live` | GET | viewFigures | the same numbers as events, when they change |
/// | `/wall/{division}` | GET | viewFigures | the same for the command room, without small numbers |
/// | `/wall/{division}/live` | GET | viewFigures | the wall's numbers as events |
package enum FiguresAddress: Address {
    case own
    case place(Slot<DivisionID>)
    case live(Slot<DivisionID>)
    case wall(Slot<DivisionID>)
    case wallLive(Slot<DivisionID>)

    package static let all: [FiguresAddress] = [
        .own, .place("division"), .live("division"), .wall("division"), .wallLive("division"),
    ]

    package var path: String {
        switch self {
        case .own: "/desk/figures"
        case .place(let division): "/desk/figures/\(division)"
        case .live(let division): "/desk/figures/\(division)/live"
        case .wall(let division): "/wall/\(division)"
        case .wallLive(let division): "/wall/\(division)/live"
        }
    }
}

/// The figures page, the wall and their streams.
struct FiguresRoutes: Sendable {
    let service: FiguresService
    let live: LiveFigures
    let streams: LiveStreams
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(FiguresAddress.own, use: own)
        routes.get(FiguresAddress.place("division"), use: place)
        routes.get(FiguresAddress.live("division")) { try await stream($0, $1, .desk) }
        routes.get(FiguresAddress.wall("division"), use: wall)
        routes.get(FiguresAddress.wallLive("division")) { try await stream($0, $1, .wall) }
        pages.addNavigation(NavigationEntry(FiguresAddress.own, "figures.title", isShown: { $0.may(.viewFigures) }))
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        guard let place = visitor.widestSeat(for: .viewFigures, at: context.now, in: territory()) else {
            throw AccessRefusal.notPermitted(.viewFigures)
        }
        return Response.seeOther(FiguresAddress.place(.of(place)))
    }

    @Sendable func place(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "division", as: DivisionID.self)
        let day = try request.query("day", as: CivilDate.self)
        let report = try await service.report(under: id, on: day, for: actor)
        let page = FiguresPage(report, today: context.now.day, may: { (try? service.mayView($0, actor)) ?? false })
        return try pages.response(page, to: request, visit)
    }

    @Sendable func wall(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "division", as: DivisionID.self)
        return try await pages.response(WallPage(service.report(under: id, for: actor)), to: request, visit)
    }

    private func stream(
        _ request: Request,
        _ visit: FanghuRequestContext,
        _ view: FiguresCells.View
    ) async throws -> Response {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "division", as: DivisionID.self)
        // Each opening says the whole, so what a browser saw last does not matter.
        return try await streams.response(to: request, visit) { _ in
            try await live.events(under: id, for: visitor, as: view)
        }
    }
}
