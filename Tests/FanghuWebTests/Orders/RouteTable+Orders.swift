import Fanghu
import HTTPTypes

extension RouteRule {
    /// Orders; the fever of the matrix is one, under its task's id.
    static let orders: [RouteRule] = [
        RouteRule(.get, "/desk/orders", .handleOrders, .own),
        RouteRule(.get, "/desk/orders/new", .reportOrders, .none),
        RouteRule(.post, "/desk/orders/new", .reportOrders, .none),
        RouteRule(.get, "/desk/orders/hand-on", .dispatchOrders, .none),
        RouteRule(.post, "/desk/orders/hand-on", .dispatchOrders, .none),
        RouteRule(.get, "/desk/orders/batches/{id}", .dispatchOrders, .subject) { _ in unknownBatch },
        RouteRule(.post, "/desk/orders/batches/{id}/undo", .dispatchOrders, .subject) { _ in unknownBatch + "/undo" },
        RouteRule(.get, "/desk/orders/{id}", .handleOrders, .subject) { "/desk/orders/\($0.task)" },
        RouteRule(.post, "/desk/orders/{id}/caller", .dispatchOrders, .subject, body: "note=a") {
            "/desk/orders/\($0.task)/caller"
        },
        RouteRule(.post, "/desk/orders/{id}/{act}", .handleOrders, .subject) { "/desk/orders/\($0.task)/begin" },
        RouteRule(.get, "/api/v1/orders", .handleOrders, .own),
        RouteRule(
            .post,
            "/api/v1/orders",
            .reportOrders,
            .place,
            body:
                #"{"id":"01900000-0000-7000-8000-000000000009","committee":"310105002001","summary":"测试","class":"gate"}"#
        ),
        RouteRule(.get, "/api/v1/orders/{id}", .handleOrders, .subject) { "/api/v1/orders/\($0.task)" },
        RouteRule(
            .post,
            "/api/v1/orders/{id}/acts",
            .handleOrders,
            .subject,
            body: #"{"id":"01900000-0000-7000-9000-000000000009","act":"begin"}"#
        ) { "/api/v1/orders/\($0.task)/acts" },
        RouteRule(.get, "/api/v1/order-rates", .viewFigures, .own),
    ]

    private static let unknownBatch = "/desk/orders/batches/01900000-0000-7000-8000-000000000009"
}
