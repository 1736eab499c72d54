import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Store
import Testing

/// Each route × each role × a neighbour's territory (R-SEC-02: what is not allowed is refused).
struct RouteMatrixTests {
    @Test func `every route of the desk, the wall and the API stands in the table`() async throws {
        try await withDatabase(.sqlite) { database in
            let edge = try await SiteHarness.site(Net(database), Feed())
            let registered = edge.registered
                .filter { route in ["/desk", "/wall", "/api"].contains { route.path.hasPrefix($0) } }
                .filter { route in !RouteRule.elsewhere.contains { (route.path + "/").hasPrefix($0 + "/") } }
                .filter { $0.method != .head }
                .map { "\($0.method) \($0.path)" }
            let anyone = [
                "POST \(ArrivalsAPIAddress.registrations.path)", "GET \(ContractAddress.openAPI.path)",
                // A batch answers for each record; its own test asks for neighbours' observations.
                "POST \(ObservationAPIAddress.dayRecordBatch.path)",
            ]
            #expect(Set(registered) == Set(RouteRule.all.map { "\($0.method) \($0.route)" } + anyone))
        }
    }

    @Test(arguments: Role.allCases)
    func `R-SEC-02: a role opens what its permissions say, and nothing else`(role: Role) async throws {
        try await SiteHarness.run { site in
            let subjects = try await RouteSubjects.made(on: site)
            let token = try await site.token(role, at: Net.township)
            for rule in RouteRule.all {
                let isAllowed = rule.permission.map { role.permissions.contains($0) } ?? true
                guard !(isAllowed && rule.isStream) else { continue }
                let status = try await site.answer(rule, subjects, as: token).status
                if isAllowed {
                    #expect(status != .unauthorized && status != .forbidden, "\(rule.method) \(rule.route): \(status)")
                } else {
                    #expect([.forbidden, .notFound].contains(status), "\(rule.method) \(rule.route): \(status)")
                }
                #expect(status.code < 500, "\(rule.method) \(rule.route): \(status)")
            }
        }
    }

    @Test(arguments: Role.allCases)
    func `R-PRIV-05: somebody of another township reaches nothing of the committee`(role: Role) async throws {
        try await SiteHarness.run { site in
            let subjects = try await RouteSubjects.made(on: site)
            let token = try await site.token(role, at: Net.stranger)
            for rule in RouteRule.all {
                let answer = try await site.answer(rule, subjects, as: token)
                switch rule.reach {
                case .subject, .place:
                    let isRefused = [.forbidden, .notFound].contains(answer.status)
                    #expect(isRefused, "\(rule.method) \(rule.route): \(answer.status)")
                case .own:
                    let isSilent = [
                        subjects.arrival.text, subjects.observation.text, subjects.task.text, subjects.lead.text,
                    ]
                    .allSatisfy { !answer.text.contains($0) }
                    #expect(isSilent, "\(rule.method) \(rule.route)")
                case .none:
                    #expect(answer.status.code < 500)
                }
            }
        }
    }

    @Test func `who is not signed in is sent to the door, or told so in the API`() async throws {
        try await SiteHarness.run { site in
            let subjects = try await RouteSubjects.made(on: site)
            for rule in RouteRule.all {
                let answer = try await site.answer(rule, subjects, as: nil)
                let expected: HTTPResponse.Status = rule.isAPI || rule.method == .post ? .unauthorized : .seeOther
                #expect(answer.status == expected, "\(rule.method) \(rule.route)")
            }
        }
    }
}

extension SiteHarness {
    /// Asks for a route of the table.
    func answer(_ rule: RouteRule, _ subjects: RouteSubjects, as token: String?) async throws -> Answer {
        let path = rule.path(subjects)
        if rule.method == .get { return try await get(path, as: token) }
        return rule.isAPI ? try await post(path, as: token, json: rule.body) : try await post(path, as: token)
    }
}
