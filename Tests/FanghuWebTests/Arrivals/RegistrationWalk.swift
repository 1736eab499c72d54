import Fanghu
import FanghuTesting
import FanghuWeb

/// Somebody who fills the registration in, page by page, as a browser without script does.
struct RegistrationWalk: Sendable {
    let browser: Browser

    init(_ site: SiteHarness) {
        browser = Browser(site)
    }

    /// What a returnee from Wuhan types on each page.
    static let answers: [String: [String: String]] = [
        "arrival": ["arrivedOn": "2020-02-10", "departedOn": "2020-02-09"],
        "origin": ["itinerary": "4201", "stopFrom": "2020-01-20"],
        "keyArea": ["declaredKeyArea": "yes"],
        "contacts": ["contactHistory": "none"],
        "health": ["temperature": "３６。５"],
        "name": ["name": "测试甲", "relation": "self"],
        "document": ["documentKind": "citizenNumber", "document": "310100199001010016"],
        "phone": ["phone": "138 0013 8000"],
        "address": ["address": "2 号 301 室", "tenure": "own"],
        "transport": ["transport": "train", "transportNumber": "G1722"],
        "check": ["declaration": "yes"],
    ]

    /// Opens the committee's page and answers until the page of a step stands there.
    @discardableResult
    func answer(upTo step: String) async throws -> Answer {
        var page = try await browser.get("/r/at/\(Net.committee)")
        page = try await browser.post("/r/step/arrival", Self.carrying(page, ["begin": "yes"]))
        for _ in Self.answers {
            guard let here = page.step, here != step else { return page }
            page = try await browser.post("/r/step/\(here)", Self.carrying(page, Self.answers[here] ?? [:]))
        }
        return page
    }

    /// Sends a step from a page.
    func send(_ step: String, from page: Answer, _ values: [String: String]) async throws -> Answer {
        try await browser.post("/r/step/\(step)", Self.carrying(page, values))
    }

    static func carrying(_ page: Answer, _ values: [String: String]) -> [String: String] {
        values.merging(["sealed": page.hidden("sealed") ?? ""]) { own, _ in own }
    }
}

extension Answer {
    /// The step whose question the page asks.
    var step: String? { text.firstMatch(of: #/action="\/r\/step\/([a-zA-Z]+)"/#).map { String($0.output.1) } }

    /// The value that a field of the page shows.
    func value(of field: String) -> String? {
        guard let pattern = try? Regex("name=\"\(field)\"[^>]* value=\"([^\"]*)\"", as: (Substring, Substring).self)
        else { return nil }
        return text.firstMatch(of: pattern).map { String($0.output.1) }
    }
}
