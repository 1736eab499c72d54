import Fanghu
import FanghuTesting
import HTTPTypes

extension RouteRule {
    /// An id that nothing has: what is asked about it is refused, or not there.
    private static let nothing = "01900000-0000-7000-8000-000000000009"

    /// The register of places and the changes of divisions; their own tests ask about real ones.
    static let places: [RouteRule] = [
        RouteRule(.get, "/desk/places", .managePlaces, .own),
        RouteRule(.get, "/desk/places/add", .managePlaces, .own),
        RouteRule(.post, "/desk/places/add", .managePlaces, .none),
        place(.get, "/desk/places/{compound}"),
        place(.get, "/desk/places/{compound}/poster"),
        place(.post, "/desk/places/{compound}/rename"),
        place(.post, "/desk/places/{compound}/close"),
        place(.post, "/desk/places/{compound}/gates"),
        place(.post, "/desk/places/{compound}/buildings"),
        place(.post, "/desk/places/{compound}/dwellings"),
        place(.get, "/desk/places/{compound}/buildings/{building}"),
        RouteRule(.get, "/desk/territory/proposals", .administerTerritory, .own),
        RouteRule(.post, "/desk/territory/proposals/{id}/accept", .administerTerritory, .subject) { _ in
            "/desk/territory/proposals/\(nothing)/accept"
        },
        RouteRule(.post, "/desk/territory/proposals/{id}/decline", .administerTerritory, .subject) { _ in
            "/desk/territory/proposals/\(nothing)/decline"
        },
        RouteRule(.get, "/api/v1/compounds", .managePlaces, .place) { _ in
            "/api/v1/compounds?under=\(Net.committee)"
        },
        RouteRule(.get, "/api/v1/dwellings", .managePlaces, .place) { _ in
            "/api/v1/dwellings?under=\(Net.committee)"
        },
        RouteRule(
            .post,
            "/api/v1/dwellings",
            .managePlaces,
            .place,
            body: "{\"committee\":\"\(Net.committee)\",\"address\":\"江苏路1弄2号301室\"}"
        ),
    ]

    private static func place(_ method: HTTPRequest.Method, _ route: String) -> RouteRule {
        RouteRule(method, route, .managePlaces, .subject) { _ in
            route.replacing("{compound}", with: nothing).replacing("{building}", with: nothing)
        }
    }
}
