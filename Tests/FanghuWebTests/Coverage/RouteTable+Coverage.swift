import Fanghu
import HTTPTypes

extension RouteRule {
    /// The six full responsibilities; their own tests send reports on that exist.
    static let coverage: [RouteRule] = [
        RouteRule(.get, "/desk/coverage", .manageCoverage, .own),
        RouteRule(.get, "/desk/coverage/add", .manageCoverage, .own),
        RouteRule(.post, "/desk/coverage/add", .manageCoverage, .none),
        RouteRule(.get, "/desk/coverage/areas/add", .manageCoverage, .own),
        RouteRule(.post, "/desk/coverage/areas/add", .manageCoverage, .none),
        RouteRule(.get, "/desk/coverage/areas/{id}", .manageCoverage, .subject) {
            "/desk/coverage/areas/\($0.area)"
        },
        RouteRule(.post, "/desk/coverage/areas/{id}", .manageCoverage, .subject) {
            "/desk/coverage/areas/\($0.area)"
        },
        RouteRule(.get, "/desk/coverage/mine", .reportCoverage, .own),
        RouteRule(.get, "/desk/coverage/pieces/{id}", .manageCoverage, .subject) {
            "/desk/coverage/pieces/\($0.piece)"
        },
        RouteRule(.post, "/desk/coverage/pieces/{id}/{act}", .manageCoverage, .subject) {
            "/desk/coverage/pieces/\($0.piece)/split"
        },
        RouteRule(.get, "/api/v1/coverage/pieces", .manageCoverage, .own),
        RouteRule(.get, "/api/v1/coverage/gaps", .manageCoverage, .own),
        RouteRule(
            .post,
            "/api/v1/coverage/reports",
            .manageCoverage,
            .none,
            body: #"{"id":"01900000-0000-7000-8000-0000000000d1","piece":"01900000-0000-7000-8000-0000000000d2"}"#
        ),
        RouteRule(.get, "/desk/coverage/reports", .reportCoverage, .own),
        RouteRule(.post, "/desk/coverage/reports/{id}", .reportCoverage, .subject) { _ in
            "/desk/coverage/reports/\(nothing)"
        },
        RouteRule(.post, "/api/v1/coverage/hand-overs", .manageCoverage, .subject, body: handOver),
    ]

    private static let nothing = "01900000-0000-7000-8000-000000000009"
    private static let handOver = #"{"piece":"\#(nothing)","to":"\#(nothing)","note":"交接"}"#
}
