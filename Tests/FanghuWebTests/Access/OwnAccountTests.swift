import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// What members of staff do with their own account.
struct OwnAccountTests {
    @Test func `one's own page shows roles and sessions, and ends the others`() async throws {
        try await SiteHarness.run { site in
            _ = try await SignInTests.account(site)
            let home = Browser(site)
            let office = Browser(site)
            try await home.signIn("wang", SignInTests.password)
            try await office.signIn("wang", SignInTests.password)
            let own = try await office.get("/desk/me")
            #expect(own.text.contains("社工 · 江苏路街道 · 第一居委会"))
            #expect(own.text.contains("Chrome · Windows"))
            #expect(own.text.contains("还没有启用二次验证"))
            let end = try #require(own.text.firstMatch(of: /\/desk\/me\/sessions\/[0-9a-f-]{36}\/end/)).output
            let ended = try await office.post(String(end))
            #expect(ended.location == "/desk/me")
            let away = try await home.get("/desk")
            #expect(away.status == .seeOther)
            try await office.get("/desk/me")
            let twice = try await office.post(String(end))
            #expect(twice.status == .notFound)
        }
    }

    @Test func `a password is changed with the old one, and other sessions end`() async throws {
        try await SiteHarness.run { site in
            _ = try await SignInTests.account(site)
            let home = Browser(site)
            let office = Browser(site)
            try await home.signIn("wang", SignInTests.password)
            try await office.signIn("wang", SignInTests.password)
            let new = "another long one"
            let wrong: [([String: String], String)] = [
                (["old": "wrong", "password": new, "repeated": new], "当前密码不正确"),
                (["old": SignInTests.password, "password": new, "repeated": "other"], "两次输入的新密码不一致"),
                (["old": SignInTests.password, "password": "short", "repeated": "short"], "密码至少 10 个字符"),
            ]
            for (form, words) in wrong {
                try await office.get("/desk/me/password")
                let refused = try await office.post("/desk/me/password", form)
                #expect(refused.status == .unprocessableContent)
                #expect(refused.text.contains(words))
                #expect(!refused.text.contains(new))
            }
            let done = try await office.post(
                "/desk/me/password",
                ["old": SignInTests.password, "password": new, "repeated": new]
            )
            #expect(done.location == "/desk/me")
            let said = try await office.get("/desk/me")
            #expect(said.text.contains("密码已修改"))
            let away = try await home.get("/desk")
            #expect(away.status == .seeOther)
        }
    }

    @Test func `a bearer token has no page of its own`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.communityWorker)
            let answer = try await site.get("/desk/me", as: token)
            #expect(answer.status == .seeOther)
        }
    }

    @Test(arguments: Language.allCases)
    func `every page of the door and of one's own account renders in both languages`(
        language: Language
    ) async throws {
        try await SiteHarness.run { site in
            _ = try await SignInTests.account(site)
            let browser = Browser(site)
            try await browser.signIn("wang", SignInTests.password)
            let session = await browser.cookies["fanghu"] ?? ""
            let headers: HTTPFields = [.cookie: "fanghu=\(session); fanghu_language=\(language.rawValue)"]
            for path in ["/", "/desk/me", "/desk/me/password", "/desk/me/second-factor"] {
                let answer = try await site.ask(path, .get, headers: headers)
                #expect(answer.status == .ok, "\(path)")
                #expect(answer.text.contains("lang=\"\(language == .chinese ? "zh-CN" : "en")\""))
            }
        }
    }

    @Test func `a token of one's own is seen and ended on one's page, a colleague's is not there`() async throws {
        try await SiteHarness.run { site in
            let account = try await SignInTests.account(site)
            let browser = Browser(site)
            try await browser.get("/sign-in")
            try await browser.signIn(account.name, SignInTests.password)
            _ = try await site.net.sessions.makeToken(for: account, label: "夜间报表", days: 30)
            let page = try await browser.get("/desk/me")
            #expect(page.text.contains("夜间报表"))
            let token = try #require(await site.net.sessions.tokens(of: account.id).first)
            let stranger = try await site.token(.communityWorker)
            #expect(try await site.post("/desk/me/tokens/\(token.id)/end", as: stranger).status != .seeOther)
            let ended = try await browser.post("/desk/me/tokens/\(token.id)/end")
            #expect(ended.status == .seeOther)
            #expect(try await !browser.get("/desk/me").text.contains("夜间报表"))
        }
    }
}
