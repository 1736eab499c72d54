import Fanghu
import HTTPTypes

extension RouteRule {
    /// The roster; its own tests end absences and postings that exist.
    static let roster: [RouteRule] = [
        RouteRule(.get, "/desk/roster", .viewRoster, .own),
        RouteRule(.get, "/desk/roster/committees/{committee}", .viewRoster, .place) { _ in committee },
        RouteRule(.get, "/desk/roster/committees/{committee}/absences", .manageRoster, .place) { _ in
            committee + "/absences"
        },
        RouteRule(.post, "/desk/roster/committees/{committee}/absences", .manageRoster, .place) { _ in
            committee + "/absences"
        },
        RouteRule(.get, "/desk/roster/committees/{committee}/postings", .manageRoster, .place) { _ in
            committee + "/postings"
        },
        RouteRule(.post, "/desk/roster/committees/{committee}/postings", .manageRoster, .place) { _ in
            committee + "/postings"
        },
        RouteRule(.get, "/desk/roster/committees/{committee}/party", .manageRoster, .place) { _ in
            committee + "/party"
        },
        RouteRule(.post, "/desk/roster/committees/{committee}/party", .manageRoster, .place) { _ in
            committee + "/party"
        },
        RouteRule(.post, "/desk/roster/absences/{id}/end", .manageRoster, .subject) { _ in
            "/desk/roster/absences/\(nothing)/end"
        },
        RouteRule(.get, "/desk/roster/postings/{id}/end", .manageRoster, .subject) { _ in
            "/desk/roster/postings/\(nothing)/end"
        },
        RouteRule(.post, "/desk/roster/postings/{id}/end", .manageRoster, .subject) { _ in
            "/desk/roster/postings/\(nothing)/end"
        },
        RouteRule(.get, "/api/v1/roster", .viewRoster, .own),
    ]

    private static let committee = "/desk/roster/committees/310105002001"
    private static let nothing = "01900000-0000-7000-8000-000000000009"
}
