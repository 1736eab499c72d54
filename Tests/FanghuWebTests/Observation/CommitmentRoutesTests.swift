import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// The desk that makes a code and the page that takes it.
struct CommitmentRoutesTests {
    /// The digits that the desk shows.
    static func code(_ answer: Answer) throws -> String {
        let match = try #require(answer.text.firstMatch(of: /<strong>(\d{3}) (\d{3})<\/strong>/))
        return "\(match.output.1)\(match.output.2)"
    }

    @Test func `F-04: the worker makes a code, the person signs with it on their own page`() async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.awaitCommitment()
            let token = try await site.token(.communityWorker)
            let desk = "/desk/commitments/\(begun.observation)"
            let observation = try await site.get("/desk/observations/\(begun.observation)", as: token)
            #expect(observation.text.contains("href=\"\(desk)\""))
            let before = try await site.get(desk, as: token, in: .english)
            #expect(before.text.contains("Make a code") && before.text.contains("测**"))
            #expect(!before.text.contains("read-out"))
            let code = try Self.code(try await site.post(desk, as: token))
            let own = "/r/o/\(begun.arrival.link.text)"
            #expect(try await site.get(own).text.contains("href=\"\(own)/commitment\""))
            let page = try await site.get("\(own)/commitment", in: .english)
            #expect(page.text.contains("I agree to stay at home from 2020-02-1"))
            let form = ["code": code, "agreed": "yes", "version": try #require(page.hidden("version"))]
            let unread = try await site.post("\(own)/commitment", as: nil, ["code": code, "version": "2020-02"])
            #expect(unread.status == .unprocessableContent && unread.text.contains("href=\"#agreed\""))
            let wrong = try await site.post(
                "\(own)/commitment",
                as: nil,
                form.merging(["code": code == "000000" ? "000001" : "000000"]) { $1 }
            )
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("还可尝试4次"))
            let signed = try await site.post("\(own)/commitment", as: nil, form)
            #expect(signed.status == .seeOther && signed.location == own)
            #expect(!(try await site.get(own).text.contains("/commitment")))
            #expect(try await site.get("\(own)/commitment").text.contains("您已签订承诺书"))
            let after = try await site.get(desk, as: token)
            #expect(after.text.contains("目前不能签订"))
            let again = try await site.post(desk, as: token)
            #expect(again.status == .conflict)
        }
    }

    @Test func `spaces and full-width digits of a code are forgiven`() async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.awaitCommitment()
            let token = try await site.token(.communityWorker)
            let code = try Self.code(try await site.post("/desk/commitments/\(begun.observation)", as: token))
            let wide = String(
                String.UnicodeScalarView(code.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xFEE0) })
            )
            let form = ["code": " \(wide.prefix(3)) \(wide.suffix(3)) ", "agreed": "yes", "version": "2020-02"]
            let signed = try await site.post("/r/o/\(begun.arrival.link.text)/commitment", as: nil, form)
            #expect(signed.status == .seeOther)
        }
    }

    @Test(arguments: Role.allCases)
    func `R-SEC-02: who manages no observations there makes no code`(role: Role) async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.awaitCommitment()
            let desk = "/desk/commitments/\(begun.observation)"
            let mayDo = role.permissions.contains(.manageObservations)
            let own = try await site.token(role, at: Net.committee)
            #expect(try await site.get(desk, as: own).status == (mayDo ? .ok : .forbidden))
            #expect(try await site.post(desk, as: own).status == (mayDo ? .ok : .forbidden))
            let neighbour = try await site.token(role, at: Net.neighbour)
            #expect(try await site.get(desk, as: neighbour).status == (mayDo ? .notFound : .forbidden))
            #expect(try await site.post(desk, as: neighbour).status == (mayDo ? .notFound : .forbidden))
        }
    }

    @Test func `there is nothing to sign behind a forged link, or when the observation has begun`() async throws {
        try await SiteHarness.run { site in
            let begun = try await site.net.beginObservation()
            let link = begun.arrival.link.text
            #expect(try await site.get("/r/o/\(link)/commitment").status == .notFound)
            #expect(try await site.get("/r/o/\(link.dropLast())x/commitment").status == .notFound)
            let post = try await site.post("/r/o/\(link.dropLast())x/commitment", as: nil, ["code": "123456"])
            #expect(post.status == .notFound)
        }
    }
}
