import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// What clumsy and hostile clients send to the registration: a clear answer each, nothing stored, never a 500.
struct RegistrationBadInputTests {
    static let wrongAnswers: [(step: String, field: String, value: String)] = [
        ("arrival", "arrivedOn", ""), ("arrival", "arrivedOn", "2020-02-30"), ("arrival", "arrivedOn", "2030-01-01"),
        ("arrival", "arrivedOn", "0000-00-00"), ("arrival", "departedOn", "2020-02-11"),
        ("arrival", "arrivedOn", "' OR 1=1 --"), ("health", "temperature", "99"), ("health", "temperature", "NaN"),
        ("health", "temperature", "1e1"), ("name", "name", ""),
        ("name", "name", String(repeating: "长", count: 5000)), ("document", "document", "310105199913450019"),
        ("document", "document", "31010019900101001X"), ("document", "documentKind", "noSuchKind"),
        ("phone", "phone", "12345"), ("phone", "phone", "<script>alert(1)</script>"), ("address", "address", ""),
        ("keyArea", "declaredKeyArea", "perhaps"), ("contacts", "contactHistory", "maybe"),
    ]

    static func stored(_ site: SiteHarness) async throws -> Int {
        let worker = try await site.net.staff(.communityWorker)
        return try await site.net.arrivals.list(under: nil, onlyAwaiting: false, for: worker).rows.count
    }

    @Test(arguments: wrongAnswers)
    func `a wrong answer stays on its page with a summary and what was typed`(
        step: String,
        field: String,
        value: String
    ) async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: step)
            try #require(page.step == step)
            var typed = RegistrationWalk.answers[step] ?? [:]
            typed[field] = value
            let answer = try await walk.send(step, from: page, typed)
            #expect(answer.status == .unprocessableContent && answer.step == step, "\(answer.status)")
            #expect(answer.text.contains("error-summary"))
            #expect(!answer.text.contains("<script>alert"))
            #expect(try await Self.stored(site) == 0)
        }
    }

    @Test func `an answer of control characters is refused and does not come back`() async throws {
        try await SiteHarness.run { site in
            let walk = RegistrationWalk(site)
            let page = try await walk.answer(upTo: "name")
            let answer = try await walk.send("name", from: page, ["name": "\u{0}\u{7}", "relation": "self"])
            #expect([.badRequest, .unprocessableContent].contains(answer.status), "\(answer.status)")
            #expect(!answer.text.contains("\u{0}") && !answer.text.contains("\u{7}"))
        }
    }

    @Test(arguments: ["", "nowhere", "..", "check%00"])
    func `a step that is none is not there`(step: String) async throws {
        try await SiteHarness.run { site in
            let answer = try await site.post("/r/step/\(step)", ["sealed": "x"])
            #expect(answer.status == .notFound)
        }
    }

    static let bodies: [(String, HTTPResponse.Status)] = [
        ("", .badRequest), ("{", .badRequest), ("[]", .badRequest), ("null", .badRequest), ("{}", .badRequest),
        (#"{"id":"x","committee":"310105002001"}"#, .unprocessableContent),
        (#"{"id":"01900000-0000-7000-8000-000000000001","committee":"999999999999"}"#, .unprocessableContent),
        (#"{"id":"01900000-0000-7000-8000-000000000001","committee":"310105002001","extra":1}"#, .badRequest),
        (#"{"id":"01900000-0000-7000-8000-000000000001","committee":310105002001}"#, .badRequest),
        (#"{"id":"01900000-0000-7000-8000-000000000001","committee":"310105002001"}"#, .unprocessableContent),
        (#"{"id":"01900000-0000-7000-8000-000000000001","committee":"310105002001","name":"\ud800"}"#, .badRequest),
    ]

    @Test(arguments: bodies)
    func `a body that is no registration is a problem by RFC 9457`(
        body: String,
        status: HTTPResponse.Status
    )
        async throws
    {
        try await SiteHarness.run { site in
            let answer = try await site.post("/api/v1/registrations", as: nil, json: body)
            #expect(answer.status == status, "\(answer.text)")
            #expect(answer.headers[.contentType]?.hasPrefix("application/problem+json") == true)
            #expect(try await Self.stored(site) == 0)
        }
    }

    @Test func `a body of ten megabytes is refused before it is read`() async throws {
        try await SiteHarness.run { site in
            let large = String(repeating: "x", count: 10_000_000)
            let json = try await site.post("/api/v1/registrations", as: nil, json: "{\"id\":\"\(large)\"}")
            #expect(json.status == .contentTooLarge)
            let form = try await site.post("/r/step/name", ["sealed": "x", "name": large])
            #expect(form.status == .contentTooLarge)
        }
    }
}
