import Fanghu
import FanghuTesting
import HTTPTypes

extension RouteRule {
    /// Campaigns; their own tests ask about one that exists, and about doors that are somebody's.
    static let canvass: [RouteRule] = [
        RouteRule(.get, "/desk/canvass", .visit, .own),
        RouteRule(.get, "/desk/canvass/add", .manageCanvass, .own),
        RouteRule(.post, "/desk/canvass/add", .manageCanvass, .none),
        RouteRule(.get, "/desk/canvass/markers", .manageCoverage, .own),
        missing(.get, "/desk/canvass/{id}", .manageCoverage),
        missing(.post, "/desk/canvass/{id}/open", .manageCanvass),
        missing(.post, "/desk/canvass/{id}/take-in", .manageCanvass),
        missing(.get, "/desk/canvass/{id}/targets", .visit),
        missing(.get, "/desk/canvass/{id}/teams", .manageCanvass),
        missing(.post, "/desk/canvass/{id}/teams", .manageCanvass),
        missing(.get, "/desk/canvass/{id}/assign", .manageCanvass),
        missing(.post, "/desk/canvass/{id}/assign", .manageCanvass),
        missing(.get, "/desk/canvass/{id}/next", .visit),
        missing(.get, "/desk/canvass/{id}/doors/{place}", .visit),
        missing(.post, "/desk/canvass/{id}/doors/{place}", .visit),
        missing(.post, "/desk/canvass/{id}/doors/{place}/marker", .visit),
        missing(.post, "/desk/canvass/{id}/doors/{place}/explain", .visit),
        missing(.get, "/desk/canvass/{id}/close", .manageCanvass),
        missing(.post, "/desk/canvass/{id}/close", .manageCanvass),
        missing(.post, "/desk/canvass/explanations/{id}/confirm", .manageCanvass),
        RouteRule(.get, "/api/v1/campaigns", .visit, .own),
        RouteRule(.post, "/api/v1/campaigns", .manageCanvass, .place, body: plan),
        missing(.get, "/api/v1/campaigns/{id}", .manageCoverage),
        missing(.post, "/api/v1/campaigns/{id}/open", .manageCanvass),
        missing(.get, "/api/v1/campaigns/{id}/targets", .visit),
        missing(.post, "/api/v1/campaigns/{id}/visits", .visit, body: #"{"visits":[]}"#),
        missing(.post, "/api/v1/campaigns/{id}/close", .manageCanvass),
    ]

    private static let nothing = "01900000-0000-7000-8000-000000000009"
    private static let plan =
        #"{"place":"\#(Net.committee)","title":{"zh":"排摸"},"kinds":["dwelling"],"from":"2020-02-10","to":"2020-02-20"}"#

    private static func missing(
        _ method: HTTPRequest.Method,
        _ route: String,
        _ permission: Permission,
        body: String = ""
    ) -> RouteRule {
        RouteRule(method, route, permission, .subject, body: body) { _ in
            route.replacing("{id}", with: nothing).replacing("{place}", with: nothing)
        }
    }
}
