import Fanghu
import HTTPTypes

extension RouteRule {
    /// The register of households; its own tests ask about real dwellings, of which a building head sees their own alone.
    static let households: [RouteRule] = [
        RouteRule(.get, "/desk/households", .manageCoverage, .own),
        RouteRule(.get, "/desk/households/{dwelling}", .recordHouseholds, .subject) { _ in unknown },
        RouteRule(.post, "/desk/households/{dwelling}", .recordHouseholds, .subject) { _ in unknown },
        RouteRule(.post, "/desk/households/{dwelling}/notice", .recordHouseholds, .subject) { _ in unknown + "/notice"
        },
        RouteRule(.get, "/api/v1/households", .manageCoverage, .own),
        RouteRule(.post, "/api/v1/households", .recordHouseholds, .none, body: #"{"changes":[]}"#),
    ]

    private static let unknown = "/desk/households/01900000-0000-7000-8000-000000000009"
}
