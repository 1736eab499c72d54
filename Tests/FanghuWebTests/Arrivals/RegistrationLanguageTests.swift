import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// Another language in the middle of a registration.
struct RegistrationLanguageTests {
    @Test func `the language changes and every answer stays, also the one not sent yet`() async throws {
        try await SiteHarness.run { site in
            let browser = Browser(site)
            try await browser.get("/r/at/\(Net.committee)")
            let begun = try await browser.post("/r/step/arrival", ["sealed": browser.sealed, "begin": "yes"])
            #expect(begun.text.contains("lang=\"zh-CN\""))
            let half = [
                "sealed": await browser.sealed, "arrivedOn": "2020-02-10", "departedOn": "not a day", "language": "en",
            ]
            let english = try await browser.post("/r/step/arrival", half)
            #expect(english.status == .ok && english.text.contains("<html lang=\"en\""))
            #expect(english.text.contains("value=\"2020-02-10\"") && english.text.contains("value=\"not a day\""))
            #expect(!english.text.contains("is-wrong"), "nothing is complained about before it is sent")
            let right = ["sealed": await browser.sealed, "arrivedOn": "2020-02-10", "departedOn": "2020-02-09"]
            let next = try await browser.post("/r/step/arrival", right)
            #expect(next.status == .ok && next.text.contains("<html lang=\"en\""), "and it stays so")
            #expect(!next.text.contains("name=\"arrivedOn\""))
            let step = try #require(next.text.firstMatch(of: #/action="(\/r\/step\/[^"]+)"/#)).output.1
            let back = try await browser.post(String(step), ["sealed": browser.sealed, "back": "yes"])
            #expect(back.text.contains("value=\"2020-02-09\""))
            #expect(await browser.cookies.values.contains("en"))
        }
    }

    @Test func `Return sends the form and does not change the language`() async throws {
        try await SiteHarness.run { site in
            let browser = Browser(site)
            try await browser.get("/r/at/\(Net.committee)")
            let page = try await browser.post("/r/step/arrival", ["sealed": browser.sealed, "begin": "yes"]).text
            let first = try #require(page.split(separator: "action=\"/r/step").last?.firstMatch(of: /<button[^>]*>/))
            #expect(!first.output.contains("language"))
        }
    }
}

extension Browser {
    /// What the page carries of the answers so far.
    var sealed: String { last.hidden("sealed") ?? "" }
}
