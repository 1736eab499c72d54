import Fanghu
import FanghuTesting
import FanghuWeb
import HTTPTypes
import Testing

/// Finding and seeing persons: masked, scoped, shown for a reason only.
struct PersonRoutesTests {
    @Test(arguments: ["测", "甲", "c", "8000", "13800138000"])
    func `a person is found by name, initials and telephone, and masked`(text: String) async throws {
        try await SiteHarness.run { site in
            _ = try await site.net.beginObservation()
            let worker = try await site.token(.communityWorker)
            let answer = try await site.get("/desk/persons?q=\(AddressText.encoded(text))", as: worker)
            #expect(answer.status == .ok)
            #expect(answer.text.contains("测**") || answer.text.contains("测*"))
            #expect(!answer.text.contains("测试甲"))
            #expect(!answer.text.contains("310100199001010016"))
            let api = try await site.get("/api/v1/persons?q=\(AddressText.encoded(text))", as: worker)
            #expect(api.text.contains("\"name\":\"测**\"") && !api.text.contains("测试甲"))
        }
    }

    @Test func `an empty register and a search that finds nobody say so`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.token(.communityWorker)
            for path in ["/desk/persons", "/desk/persons?q=%E6%97%A0", "/desk/persons?pending=1"] {
                let answer = try await site.get(path, as: worker, in: .english)
                #expect(answer.text.contains("Nobody was found."), "\(path)")
            }
            let nothing = try await site.get("/api/v1/persons?q=%20", as: worker)
            #expect(nothing.code == "people.searchEmpty")
        }
    }

    @Test func `R-PRIV-05: everything is shown for a reason, once, and the record knows`() async throws {
        try await SiteHarness.run { site in
            let person = try await RouteSubjects.made(on: site).person
            let worker = try await site.token(.communityWorker)
            let path = PersonAddress.person(.of(person.committee), .of(person.id)).path
            let refused = try await site.post(path, as: worker)
            #expect(refused.status == .unprocessableContent && !refused.text.contains("测试甲"))
            let shown = try await site.post(path, as: worker, ["reason": "contact", "reasonText": "体温异常"])
            #expect(shown.status == .ok)
            #expect(shown.text.contains("测试甲") && shown.text.contains("310100199001010016"))
            #expect(shown.headers[.cacheControl] == "no-store")
            let again = try await site.get(path, as: worker)
            #expect(!again.text.contains("测试甲"))
            let auditor = try await site.token(.auditor, at: Net.township)
            let record = try await site.get("/desk/audit/\(Net.committee)", as: auditor)
            #expect(record.text.contains("people.show") && record.text.contains("contact: 体温异常"))
            #expect(!record.text.contains("测试甲"))
        }
    }

    @Test func `the course tells what every room knows, newest first`() async throws {
        try await SiteHarness.run { site in
            let subjects = try await RouteSubjects.made(on: site)
            let worker = try await site.token(.communityWorker)
            let path = PersonAddress.person(.of(subjects.person.committee), .of(subjects.person.id)).path
            let page = try await site.get(path, as: worker, in: .english)
            for word in ["Registered on arrival", "Dwelling confirmed", "Answer a fever"] {
                #expect(page.text.contains(word), "\(word)")
            }
            #expect(page.text.contains("/desk/observations/\(subjects.observation)"))
            #expect(page.text.contains("/desk/arrivals/\(subjects.arrival)"))
        }
    }

    @Test func `pages of the API meet everybody once`() async throws {
        try await SiteHarness.run { site in
            let worker = try await site.net.staff(.communityWorker)
            for number in 0..<7 {
                let draft = PersonDraft(
                    name: "测试甲",
                    documentNumber: FixtureNumbers.citizen(number),
                    phone: FixtureNumbers.phone(number)
                )
                _ = try await site.service.register(draft, in: Net.committee, isConfirmed: true, by: worker)
            }
            let token = try await site.token(.communityWorker)
            var seen: [String] = []
            var query = "?limit=3"
            while true {
                let answer = try await site.get("/api/v1/persons\(query)", as: token)
                #expect(answer.text.contains("\"total\":7"))
                seen += answer.text.matches(of: /"id":"([^"]+)"/).map { String($0.output.1) }
                guard let next = answer.text.firstMatch(of: /"next":"([^"]+)"/) else { break }
                query = "?limit=3&after=\(next.output.1)"
            }
            #expect(seen.count == 7 && Set(seen).count == 7)
        }
    }

    @Test func `the record of acts pages back to its beginning`() async throws {
        try await SiteHarness.run { site in
            _ = try await RouteSubjects.made(on: site)
            let auditor = try await site.token(.auditor, at: Net.township)
            var numbers: [Int] = []
            var query = "?limit=2"
            while true {
                let answer = try await site.get("/api/v1/audit/\(Net.committee)\(query)", as: auditor)
                numbers += answer.text.matches(of: /"sequence":(\d+)/).compactMap { Int($0.output.1) }
                guard let next = answer.text.firstMatch(of: /"next":"([^"]+)"/) else { break }
                query = "?limit=2&before=\(next.output.1)"
            }
            #expect(numbers == (1...numbers.count).reversed())
            let home = try await site.get("/desk", as: auditor)
            #expect(home.status == .seeOther && home.location == "/desk/audit")
            let chains = try await site.get("/desk/audit", as: auditor)
            #expect(chains.text.contains("/desk/audit/\(Net.committee)"))
        }
    }
}
