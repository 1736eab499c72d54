package import Fanghu
import HTTPTypes
import Hummingbird
import NIOCore

/// How things stand, from the city down to the committee, live.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/figures` | GET | viewFigures | the visitor's own place |
/// | `/desk/figures/{division}` | GET | viewFigures | one place and those below it |
/// | `/desk/figures/{division}/live` | GET | viewFigures | the same numbers as events, when they change |
package enum FiguresAddress: Address {
    case own
    case place(Slot<DivisionID>)
    case live(Slot<DivisionID>)

    package static let all: [FiguresAddress] = [.own, .place("division"), .live("division")]

    package var path: String {
        switch self {
        case .own: "/desk/figures"
        case .place(let division): "/desk/figures/\(division)"
        case .live(let division): "/desk/figures/\(division)/live"
        }
    }
}

/// The figures page and its stream.
struct FiguresRoutes: Sendable {
    let service: FiguresService
    let live: LiveFigures
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(FiguresAddress.own, use: own)
        routes.get(FiguresAddress.place("division"), use: place)
        routes.get(FiguresAddress.live("division"), use: stream)
        pages.addNavigation(NavigationEntry(FiguresAddress.own, "figures.title", isShown: { $0.may(.viewFigures) }))
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        guard case .staff(let staff) = try visit.signedIn().actor else { throw AccessRefusal.notSignedIn }
        let now = context.now
        let held = staff.appointments.filter { $0.isInForce(at: now) && $0.role.permissions.contains(.viewFigures) }
        guard let place = held.map(\.place).min(by: { level($0) < level($1) }) else {
            throw AccessRefusal.notPermitted(.viewFigures)
        }
        return Response.seeOther(FiguresAddress.place(.of(place)))
    }

    @Sendable func place(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "division", as: DivisionID.self)
        let day = try request.query("day", as: CivilDate.self)
        let report = try await service.report(under: id, on: day, for: actor)
        let page = FiguresPage(
            report,
            isToday: report.day == context.now.day,
            may: { place in
                (try? service.mayView(place, actor)) ?? false
            }
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func stream(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "division", as: DivisionID.self)
        _ = try await service.report(under: id, for: actor)
        let events = live.events(under: id, for: actor)
        return Response(
            status: .ok,
            headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
            body: ResponseBody { writer in
                try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
                for await event in events { try await writer.write(ByteBuffer(string: event)) }
                try await writer.finish(nil)
            }
        )
    }

    private func level(_ place: DivisionID) -> Int {
        territory().level(place)?.rawValue ?? DivisionLevel.committee.rawValue
    }
}
