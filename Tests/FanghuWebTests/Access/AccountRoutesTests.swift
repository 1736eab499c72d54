import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The accounts' pages: every route, every role, a neighbour's territory.
struct AccountRoutesTests {
    static let form = [
        "name": "li", "displayName": "李", "password": "a first password", "role": "director",
        "place": Net.committee.text,
    ]

    @Test(arguments: Role.allCases)
    func `R-SEC-02: only security administrators see and make accounts`(role: Role) async throws {
        try await SiteHarness.run { site in
            let account = try await SignInTests.account(site)
            let token = try await site.token(role, at: Net.township)
            let mayDo = role.permissions.contains(.administerAccounts)
            for path in ["/desk/accounts", "/desk/accounts/add", "/desk/accounts/\(account.id)"] {
                let answer = try await site.get(path, as: token)
                #expect(answer.status == (mayDo ? .ok : .forbidden), "\(path)")
            }
            let acts = ["add", "\(account.id)/appoint", "\(account.id)/password", "\(account.id)/close"]
            for act in acts {
                let answer = try await site.post("/desk/accounts/\(act)", as: token, Self.form)
                #expect(answer.status == (mayDo ? .seeOther : .forbidden), "\(act)")
            }
        }
    }

    @Test func `somebody who is not signed in is sent to the door`() async throws {
        try await SiteHarness.run { site in
            let account = try await SignInTests.account(site)
            for path in ["/desk/accounts", "/desk/accounts/add", "/desk/accounts/\(account.id)"] {
                let answer = try await site.get(path)
                #expect(answer.status == .seeOther)
            }
            let answer = try await site.post("/desk/accounts/\(account.id)/close")
            #expect(answer.status == .unauthorized)
        }
    }

    @Test func `a neighbour's accounts are not there`() async throws {
        try await SiteHarness.run { site in
            let account = try await SignInTests.account(site, "zhao", .communityWorker, at: Net.stranger)
            let held = try await site.net.accounts.appointments(of: account.id, for: .system(job: "test"))
            let token = try await site.token(.securityAdministrator, at: Net.township)
            let list = try await site.get("/desk/accounts?under=\(Net.stranger)", as: token)
            #expect(list.status == .forbidden)
            let own = try await site.get("/desk/accounts", as: token)
            #expect(!own.text.contains("zhao"))
            let page = try await site.get("/desk/accounts/\(account.id)", as: token)
            #expect(page.status == .notFound)
            let ends = "appointments/\(held[0].id)/end"
            for act in [ends, "password", "close"] {
                let answer = try await site.post("/desk/accounts/\(account.id)/\(act)", as: token, Self.form)
                #expect(answer.status == .notFound, "\(act)")
            }
            let outside = try await site.post(
                "/desk/accounts/add",
                as: token,
                Self.form.merging(["place": Net.stranger.text]) { $1 }
            )
            #expect(outside.status == .forbidden)
            _ = try await site.net.accounts.account(named: "zhao")
        }
    }

    @Test func `an account is made, appointed, relieved and closed`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.securityAdministrator, at: Net.township)
            let made = try await site.post("/desk/accounts/add", as: token, Self.form)
            let path = try #require(made.location)
            let page = try await site.get(path, as: token)
            #expect(page.text.contains("主任") && page.text.contains("江苏路街道 · 第一居委会"))
            let twice = try await site.post("/desk/accounts/add", as: token, Self.form)
            #expect(twice.status == .conflict)
            #expect(twice.text.contains("该用户名已被使用"))
            #expect(twice.text.contains("value=\"李\""))
            let appointed = try await site.post(
                path + "/appoint",
                as: token,
                ["role": "volunteer", "place": Net.neighbour.text, "until": "2020-02-10"]
            )
            #expect(appointed.status == .seeOther)
            let refused = try await site.post(
                path + "/appoint",
                as: token,
                ["role": "volunteer", "place": Net.committee.text, "until": "2020-02-09"]
            )
            #expect(refused.status == .unprocessableContent)
            let missing = try await site.post(path + "/appoint", as: token, ["role": "king"])
            #expect(missing.status == .unprocessableContent)
            let now = try await site.get(path, as: token)
            let end = try #require(now.text.firstMatch(of: /\/desk\/accounts\/[^"]*\/appointments\/[^"]*\/end/)).output
            let ended = try await site.post(String(end), as: token)
            #expect(ended.status == .seeOther)
            let again = try await site.post(String(end), as: token)
            #expect(again.status == .notFound)
            let reset = try await site.post(path + "/password", as: token, ["password": "short"])
            #expect(reset.status == .unprocessableContent)
            let closed = try await site.post(path + "/close", as: token)
            #expect(closed.status == .seeOther)
            let after = try await site.get(path, as: token, in: .english)
            #expect(after.text.contains("Closed"))
            #expect(!after.text.contains("/appoint\""))
        }
    }

    @Test func `nobody administers their own account`() async throws {
        try await SiteHarness.run { site in
            let security = try await site.net.staff(.securityAdministrator, at: Net.township)
            let token = try await site.token(of: security)
            let path = "/desk/accounts/\(try #require(security.account))"
            let page = try await site.get(path, as: token)
            #expect(page.text.contains("不能为自己任职"))
            for act in ["appoint", "password", "close"] {
                let answer = try await site.post("\(path)/\(act)", as: token, Self.form)
                #expect(answer.status == .forbidden, "\(act)")
            }
        }
    }

    @Test func `the list goes down to the committee and pages by name`() async throws {
        try await SiteHarness.run { site in
            for number in 1...3 {
                _ = try await SignInTests.account(site, "user\(number)", .volunteer, at: Net.committee)
            }
            let token = try await site.token(.securityAdministrator, at: Net.district)
            let all = try await site.get("/desk/accounts", as: token, in: .english)
            #expect(all.text.contains("江苏路街道"))
            #expect(all.text.contains("user1") && all.text.contains("Volunteer · 第一居委会"))
            let part = try await site.get("/desk/accounts?under=\(Net.committee)&after=user1", as: token)
            #expect(!part.text.contains(">user1<") && part.text.contains(">user2<"))
            let elsewhere = try await site.get("/desk/accounts?under=\(Net.neighbour)", as: token)
            #expect(!elsewhere.text.contains("user"))
        }
    }
}
