import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The door of the desk, as a browser meets it.
struct SignInTests {
    static let password = "correct horse battery"

    static func account(
        _ site: SiteHarness,
        _ name: String = "wang",
        _ role: Role = .communityWorker,
        at place: DivisionID = Net.committee
    ) async throws -> Account {
        let draft = AccountService.Draft(name: name, displayName: "王秀兰", password: password, role: role, place: place)
        return try await site.net.accounts.add(draft, by: .system(job: "test"))
    }

    @Test func `the desk leads to the sign-in, and the sign-in back to where one wanted to go`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            let sent = try await browser.get("/desk?kind=release")
            #expect(sent.status == .seeOther)
            #expect(sent.location == "/sign-in?next=%2Fdesk%3Fkind%3Drelease")
            let form = try await browser.get(sent.location ?? "")
            #expect(form.hidden("next") == "/desk?kind=release")
            #expect(!form.text.contains("id=\"code\""))
            let entered = try await browser.signIn("Wang", Self.password, next: "/desk?kind=release")
            #expect(entered.status == .seeOther)
            #expect(entered.location == "/desk?kind=release")
            let cookie = entered.headers[.setCookie] ?? ""
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"))
            let desk = try await browser.get("/desk")
            #expect(desk.status == .ok)
            #expect(desk.text.contains("王秀兰"))
            #expect(desk.headers[.cacheControl] == "no-store")
            let again = try await browser.get("/sign-in?next=/desk/me")
            #expect(again.location == "/desk/me")
        }
    }

    @Test(arguments: [
        "//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "/\u{9}/evil.example",
        "/%0d%0aSet-Cookie:%20x=1\r\nX: y", "", "/sign-in", "/sign-in?next=/sign-in", "/",
    ])
    func `a sign-in leads to our own pages only`(next: String) async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            let form = try await browser.get("/sign-in" + AddressText.query([("next", next)]))
            #expect(form.hidden("next") == "/desk")
            let entered = try await browser.signIn("wang", Self.password, next: next)
            #expect(entered.location == "/desk")
        }
    }

    @Test func `a wrong password asks again and keeps the name, not the password`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            let refused = try await browser.signIn("wang", "a wrong password", next: "/desk/me")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("用户名或密码不正确"))
            #expect(refused.text.contains("error-summary"))
            #expect(refused.text.contains("value=\"wang\""))
            #expect(!refused.text.contains("a wrong password"))
            #expect(refused.hidden("next") == "/desk/me")
            #expect(refused.headers[.setCookie] == nil)
            for _ in 1...4 { try await browser.signIn("wang", "wrong") }
            #expect(await browser.last.text.contains("15 分钟后再试"))
            let locked = try await browser.signIn("wang", Self.password)
            #expect(locked.status == .unprocessableContent)
            #expect(locked.text.contains("15 分钟后再试"))
        }
    }

    @Test func `only accounts with a second factor are asked for a code, on a page of its own`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            try await browser.signIn("wang", Self.password)
            let offer = try await browser.get("/desk/me/second-factor")
            let ticket = try #require(offer.hidden("ticket"))
            #expect(offer.text.contains("<svg class=\"qr\""))
            let secret = try #require(offer.text.firstMatch(of: /<code>([A-Z2-7 ]+)<\/code>/)).output.1
                .filter { $0 != " " }
            func code() -> String {
                OneTimeCode.code(secret: Base32.bytes(String(secret)), step: OneTimeCode.step(at: site.net.time.now))
            }
            let wrong = try await browser.post(
                "/desk/me/second-factor",
                ["ticket": ticket, "code": "000000", "old": Self.password]
            )
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("动态验证码不正确"))
            #expect(wrong.hidden("ticket") == ticket)
            let unproved = try await browser.post(
                "/desk/me/second-factor",
                ["ticket": ticket, "code": code(), "old": "wrong"]
            )
            #expect(unproved.status == .unprocessableContent)
            #expect(unproved.text.contains("当前密码不正确"))
            // As pasted from a message: with spaces, in full width.
            let pasted = code().map { String(UnicodeScalar($0.unicodeScalars.first!.value + 0xFEE0)!) }.joined()
            let done = try await browser.post(
                "/desk/me/second-factor",
                ["ticket": ticket, "code": " \(pasted) ", "old": Self.password]
            )
            #expect(done.location == "/desk/me")
            site.net.time.advance(minutes: 1)
            let other = Browser(site)
            let asked = try await other.signIn("wang", Self.password, next: "/desk/me")
            #expect(asked.status == .ok)
            #expect(asked.text.contains("autocomplete=\"one-time-code\""))
            #expect(asked.headers[.setCookie] == nil)
            let step = ["ticket": try #require(asked.hidden("ticket")), "next": "/desk/me"]
            let refused = try await other.post("/sign-in/code", step.merging(["code": "000000"]) { $1 })
            #expect(refused.status == .unprocessableContent)
            #expect(refused.hidden("ticket") == step["ticket"])
            let entered = try await other.post("/sign-in/code", step.merging(["code": code()]) { $1 })
            #expect(entered.location == "/desk/me")
            let own = try await other.get("/desk/me")
            #expect(own.status == .ok)
            let stale = try await other.post("/sign-in/code", ["ticket": "forged", "code": "123456"])
            #expect(stale.status == .forbidden || stale.status == .unprocessableContent)
        }
    }

    @Test func `signing out ends the session on the server, not only in the browser`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            try await browser.signIn("wang", Self.password)
            let session = await browser.cookies
            try await browser.get("/desk")
            let out = try await browser.post("/sign-out")
            #expect(out.status == .seeOther)
            #expect(await browser.cookies["fanghu"] == nil)
            let token = session["fanghu"] ?? ""
            let stolen = try await site.ask("/desk", .get, headers: [.cookie: "fanghu=\(token)"])
            #expect(stolen.status == .seeOther)
        }
    }

    @Test func `no act of a session goes without its form's token`() async throws {
        try await SiteHarness.run { site in
            _ = try await Self.account(site)
            let browser = Browser(site)
            try await browser.signIn("wang", Self.password)
            for path in ["/sign-out", "/desk/me/password", "/desk/me/sessions/end-others", "/desk/accounts/add"] {
                let refused = try await browser.post(path, ["csrf": "wrong"])
                #expect(refused.status == .forbidden, "\(path)")
            }
            let own = try await browser.get("/desk/me")
            #expect(own.status == .ok)
        }
    }
}

/// RFC 4648 base 32 as the pages show secrets.
enum Base32 {
    static func bytes(_ text: String) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        let bits = text.flatMap { letter in
            let value = alphabet.firstIndex(of: letter) ?? 0
            return (0..<5).map { value >> (4 - $0) & 1 }
        }
        return stride(from: 0, to: bits.count - 7, by: 8)
            .map { start in bits[start..<start + 8].reduce(0) { $0 << 1 | UInt8($1) } }
    }
}
