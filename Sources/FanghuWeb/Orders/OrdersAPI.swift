package import Fanghu
import Hummingbird

/// Orders in the API.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/api/v1/orders?under=&show=&class=&after=&limit=` | GET | handleOrders | a page of the board |
/// | `/api/v1/orders` | POST | reportOrders | report, or report and dispatch |
/// | `/api/v1/orders/{id}` | GET | handleOrders | one order with its steps and tasks |
/// | `/api/v1/orders/{id}/acts` | POST | as the act demands | do one thing with it |
/// | `/api/v1/order-rates?under=&from=&through=` | GET | viewFigures | rates of each committee |
package enum OrdersAPIAddress: Address {
    case orders
    case order(Slot<WorkOrderID>)
    case acts(Slot<WorkOrderID>)
    case rates

    package static let all: [OrdersAPIAddress] = [.orders, .order("id"), .acts("id"), .rates]

    package var path: String {
        switch self {
        case .orders: "/api/v1/orders"
        case .order(let id): "/api/v1/orders/\(id)"
        case .acts(let id): "/api/v1/orders/\(id)/acts"
        case .rates: "/api/v1/order-rates"
        }
    }
}

/// Answers the API's requests about orders.
struct OrdersAPI: Sendable {
    let service: OrderService
    let context: Context

    func add(to routes: Routes) {
        routes.get(OrdersAPIAddress.orders, use: orders)
        routes.post(OrdersAPIAddress.orders, use: report)
        routes.get(OrdersAPIAddress.order("id"), use: order)
        routes.post(OrdersAPIAddress.acts("id"), use: act)
        routes.get(OrdersAPIAddress.rates, use: rates)
    }

    @Sendable func orders(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let choice = try BoardChoice(request)
        let limit = min(max(try request.query("limit", as: Int.self) ?? 50, 1), 500)
        let found = try await service.list(
            under: choice.place,
            choice.filter(at: context.now),
            after: choice.after,
            limit: limit + 1,
            for: actor
        )
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last.map { OrderKey(dueAt: $0.dueAt, id: $0.id.text).addressText } : nil
        let now = context.now
        return try .json(OrderListAnswer(orders: shown.map { OrderAnswer($0, now: now) }, next: next))
    }

    @Sendable func report(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(OrderReportBody.self, context: visit)
        let order = try await service.report(body.report(), by: actor)
        return try .json(OrderAnswer(order, now: context.now), status: .created)
    }

    @Sendable func order(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let file = try await service.file(visit.value(of: "id", as: WorkOrderID.self), for: actor)
        return try .json(OrderFileAnswer(file, for: actor.account, now: context.now))
    }

    @Sendable func act(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: WorkOrderID.self)
        let body = try await request.decodeStrict(OrderActBody.self, context: visit)
        let order = try await service.perform(
            body.order(),
            on: id,
            step: body.id,
            note: FormText.trimmed(body.note ?? ""),
            by: actor
        )
        return try .json(OrderAnswer(order, now: context.now))
    }

    @Sendable func rates(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let through = try request.query("through", as: CivilDate.self) ?? context.now.day
        let found = try await service.rates(
            under: try request.query("under", as: DivisionID.self),
            from: try request.query("from", as: CivilDate.self) ?? through.adding(days: -6),
            through: through,
            for: actor
        )
        return try .json(OrderRatesAnswer(committees: found.map(OrderRatesAnswer.Line.init)))
    }
}
