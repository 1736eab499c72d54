import Fanghu
import FanghuTesting
import HTTPTypes

extension RouteRule {
    /// Gates and measures; their own tests ask about posts and compounds that exist.
    static let gates: [RouteRule] = [
        RouteRule(.get, "/desk/gates", .manageGates, .own),
        RouteRule(.get, "/desk/gates/add", .manageGates, .own),
        RouteRule(.post, "/desk/gates/add", .manageGates, .none),
        missing(.get, "/desk/gates/{id}"),
        missing(.get, "/desk/gates/{id}/shifts"),
        missing(.post, "/desk/gates/{id}/shifts"),
        missing(.post, "/desk/gates/shifts/{id}/end"),
        RouteRule(.get, "/api/v1/gates", .manageGates, .own),
        RouteRule(
            .post,
            "/api/v1/gates/{id}/passings",
            .keepGate,
            .subject,
            body:
                #"{"id":"01900000-0000-7000-8000-0000000000d3","direction":"outward","visit":"delivery"}"#
        ) { _ in "/api/v1/gates/\(nothing)/passings" },
        RouteRule(.get, "/desk/measures", .manageGates, .own),
        RouteRule(.get, "/desk/measures/add", .manageGates, .own),
        RouteRule(.post, "/desk/measures/add", .manageGates, .none),
        missing(.get, "/desk/measures/compounds/{id}"),
        missing(.get, "/desk/measures/compounds/{id}/notice"),
        missing(.post, "/desk/measures/{id}/end"),
        missing(.get, "/api/v1/compounds/{id}/measures"),
        RouteRule(.get, "/desk/map", .manageObservations, .own),
        RouteRule(.get, "/desk/map/{division}", .manageObservations, .place) { _ in "/desk/map/\(Net.committee)" },
        RouteRule(.get, "/desk/areas/add", .manageGates, .own),
        RouteRule(.post, "/desk/areas/add", .manageGates, .none),
        missing(.get, "/desk/areas/{id}"),
        missing(.post, "/desk/areas/{id}/end"),
        RouteRule(.get, "/wall/{division}/map", .viewFigures, .place) { _ in "/wall/\(Net.committee)/map" },
    ]

    private static let nothing = "01900000-0000-7000-8000-000000000009"

    private static func missing(_ method: HTTPRequest.Method, _ route: String) -> RouteRule {
        RouteRule(method, route, .manageGates, .subject) { _ in route.replacing("{id}", with: nothing) }
    }
}
