import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Testing

/// What people do with a form on a phone: change the language, go back, press twice, lose the answer.
struct RegistrationPagesTests {
    static let steps = [
        "arrival", "origin", "keyArea", "contacts", "health", "name", "document", "phone", "address", "transport",
    ]

    private func registrations(_ site: SiteHarness) async throws -> Int {
        let worker = try await site.net.staff(.communityWorker)
        return try await site.net.arrivals.list(under: nil, onlyAwaiting: false, for: worker).rows.count
    }

    @Test(arguments: Self.steps)
    func `the language is changed on the page one is on, with what is typed and all that was answered`(
        step: String
    )
        async throws
    {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: step)
            #expect(page.step == step && page.text.contains(#"lang="zh-CN""#))
            var typed = RegistrationWalk.answers[step] ?? [:]
            typed["language"] = "en"
            let english = try await walk.send(step, from: page, typed)
            #expect(english.status == .ok && english.step == step)
            #expect(english.text.contains(#"<html lang="en">"#) && !english.text.contains("error-summary"))
            #expect(english.headers[values: .setCookie].contains { $0.hasPrefix("fanghu_language=en;") })
            for (field, value) in typed where field != "language" {
                #expect(english.text.contains(#"value="\#(value)""#), "\(field)")
            }
            var next = english
            for _ in Self.steps {
                guard let here = next.step, here != "check" else { break }
                next = try await walk.send(here, from: next, RegistrationWalk.answers[here] ?? [:])
            }
            #expect(next.step == "check" && next.text.contains("测试甲") && next.text.contains("Wuhan"))
            #expect(next.text.contains("2020-02-10") && next.text.contains("G1722"))
        }
    }

    @Test func `the language is changed on the last page without sending anything`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "check")
            let english = try await walk.send("check", from: page, ["declaration": "yes", "language": "en"])
            #expect(english.status == .ok && english.step == "check" && english.text.contains("Check your answers"))
            #expect(english.text.contains("checked"))
            #expect(try await registrations(site) == 0)
            let back = try await walk.send("check", from: english, ["language": "zh"])
            #expect(back.text.contains(#"<html lang="zh-CN">"#) && !back.text.contains("checked"))
            let sent = try await walk.send("check", from: back, ["declaration": "yes"])
            #expect(sent.status == .seeOther)
            #expect(try await registrations(site) == 1)
        }
    }

    @Test func `another language than ours is a button like any other`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "phone")
            let answer = try await walk.send("phone", from: page, ["phone": "", "language": "fr"])
            #expect(answer.status == .unprocessableContent && answer.step == "phone")
        }
    }

    @Test func `whoever goes back in the browser answers again, and what was said before stays`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let third = try await walk.answer(upTo: "keyArea")
            let fourth = try await walk.send("keyArea", from: third, ["declaredKeyArea": "yes"])
            #expect(fourth.step == "contacts")
            let again = try await walk.send("keyArea", from: third, ["declaredKeyArea": "no"])
            #expect(again.step == "contacts")
            let within = try await walk.send("contacts", from: again, ["contactHistory": "none", "back": "yes"])
            #expect(within.step == "keyArea" && within.text.contains(#"value="no" checked"#))
            let forward = try await walk.send("keyArea", from: within, ["declaredKeyArea": "no"])
            #expect(forward.text.contains(#"value="none" checked"#), "the button keeps what was typed")
        }
    }

    @Test func `a reload, a double click and a lost answer are one registration with one link`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "check")
            let form = RegistrationWalk.carrying(page, ["declaration": "yes"])
            let links = try await withThrowingTaskGroup(of: String?.self) { group in
                for _ in 0..<6 {
                    group.addTask {
                        let answer = try await site.post("/r/step/check", form)
                        #expect(answer.status == .seeOther)
                        return answer.location
                    }
                }
                return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
            }
            #expect(links.count == 1)
            #expect(links.first??.hasPrefix("/r/o/") == true)
            #expect(try await registrations(site) == 1)
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    @Test func `whoever goes back after sending and sends something else is told, and keeps the page`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "check")
            #expect(try await walk.send("check", from: page, ["declaration": "yes"]).status == .seeOther)
            let phone = try await walk.send("check", from: page, ["go": "phone"])
            #expect(phone.step == "phone" && phone.value(of: "phone") == "138 0013 8000")
            var changed = try await walk.send("phone", from: phone, ["phone": "13900139000"])
            for step in ["address", "transport"] {
                changed = try await walk.send(step, from: changed, RegistrationWalk.answers[step] ?? [:])
            }
            let refused = try await walk.send("check", from: changed, ["declaration": "yes"])
            #expect(refused.status == .conflict && refused.step == "check")
            #expect(refused.text.contains("居委会") && refused.text.contains("13900139000"))
            #expect(try await registrations(site) == 1)
        }
    }

    @Test func `a form left open too long, torn or forged begins anew and says so`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "phone")
            let sealed = page.hidden("sealed") ?? ""
            let torn = String(sealed.prefix(sealed.count / 2))
            for carried in ["", "x", torn, Data("{}".utf8).base64EncodedString()] {
                let answer = try await site.post("/r/step/phone", ["sealed": carried, "phone": "13800138000"])
                #expect(answer.status == .seeOther && answer.location == "/r")
                #expect(answer.headers[values: .setCookie].contains { $0.contains("arrivals.notice.expired") })
            }
            site.net.time.advance(minutes: 7 * 60)
            let late = try await walk.send("phone", from: page, ["phone": "13800138000"])
            #expect(late.location == "/r")
            #expect(try await walk.browser.get("/r").text.contains("重新填写"))
        }
    }
}
