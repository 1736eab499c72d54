import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The release document on paper, on the phone, and behind its code.
struct ReleasePaperTests {
    /// A released person with the document's number.
    static func released(_ site: SiteHarness) async throws -> (link: String, serial: String) {
        let begun = try await site.net.beginObservation()
        try await site.net.completePeriod(of: [begun.arrival])
        let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
        let note = try await site.net.observations
            .release(begun.observation, describing: site.net.people.releaseDescription, by: doctor)
        return (begun.arrival.link.text, note.serial)
    }

    @Test(arguments: Language.allCases)
    func `R-PRIV-05: the paper is masked, bilingual in either language, and carries its code`(
        language: Language
    ) async throws {
        try await SiteHarness.run { site in
            let paper = try await Self.released(site)
            let token = try await site.token(.communityWorker)
            let page = try await site.get("/desk/releases/\(paper.serial)", as: token, in: language)
            #expect(page.status == .ok)
            #expect(page.text.contains("测**") && !page.text.contains("测试甲"))
            #expect(page.text.contains("解除告知单") && page.text.contains("Notice of release"))
            #expect(page.text.contains("class=\"qr\"") && page.text.contains("/check/\(paper.serial)"))
            #expect(page.text.contains("2020-02-11 – 2020-02-24") || page.text.contains("2020-02-24"))
            let check = try await site.get("/check/\(paper.serial)")
            #expect(check.status == .ok && !check.text.contains("测试甲"))
        }
    }

    @Test func `R-PRIV-05: the whole name is printed for a reason only`() async throws {
        try await SiteHarness.run { site in
            let paper = try await Self.released(site)
            let token = try await site.token(.communityDoctor, at: Net.township)
            let whole = "/desk/releases/\(paper.serial)/whole"
            let unsaid = try await site.post(whole, as: token, ["reason": " "])
            #expect(unsaid.status == .unprocessableContent && !unsaid.text.contains("测试甲"))
            #expect(unsaid.text.contains("请填写查看原因"))
            let shown = try await site.post(whole, as: token, ["reason": "为本人打印"])
            #expect(shown.status == .ok && shown.text.contains("测试甲"))
            #expect(shown.text.contains("310100199001010016"))
            #expect(shown.headers[.cacheControl] == "no-store")
            let police = try await site.token(.communityPolice)
            let page = try await site.get("/desk/releases/\(paper.serial)", as: police)
            #expect(page.status == .ok && !page.text.contains("/whole"))
            #expect(try await site.post(whole, as: police, ["reason": "为本人打印"]).status == .forbidden)
        }
    }

    @Test(arguments: Role.allCases)
    func `R-SEC-02: a neighbour finds no paper`(role: Role) async throws {
        try await SiteHarness.run { site in
            let paper = try await Self.released(site)
            let token = try await site.token(role, at: Net.stranger)
            let isReader = role.permissions.contains(.viewPersons)
            let page = try await site.get("/desk/releases/\(paper.serial)", as: token)
            #expect(page.status == (isReader ? .notFound : .forbidden))
            let isShown = role.permissions.contains(.showPersons)
            let whole = try await site.post("/desk/releases/\(paper.serial)/whole", as: token, ["reason": "为本人打印"])
            #expect(whole.status == (isShown ? .notFound : .forbidden))
        }
    }

    @Test func `the released person's own page leads to the same paper, masked`() async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.beginObservation()
            let early = try await site.get("/r/o/\(begun.arrival.link.text)/release")
            #expect(early.status == .notFound)
        }
        try await SiteHarness.run { site in
            let paper = try await Self.released(site)
            let own = try await site.get("/r/o/\(paper.link)", in: .english)
            #expect(own.text.contains("/r/o/\(paper.link)/release"))
            let phone = try await site.get("/r/o/\(paper.link)/release", in: .english)
            #expect(phone.status == .ok && phone.text.contains("测**") && !phone.text.contains("测试甲"))
            #expect(phone.text.contains("class=\"qr\"") && phone.text.contains(paper.serial))
            let forged = try await site.get("/r/o/\(paper.link.dropLast())x/release")
            #expect(forged.status == .notFound)
        }
    }
}
