import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Store
import Testing

/// The figures' pages and API: every route, every role, a neighbour's territory.
struct FiguresRoutesTests {
    static let day = CivilDate(yyyymmdd: 20_200_210)!

    static func count(
        _ site: SiteHarness,
        _ counts: [(DivisionID, Indicator, Int)],
        on day: CivilDate = day
    ) async throws {
        try await site.net.database.write { connection in
            let deltas = counts.map { CounterDelta($0.0, $0.1, on: day, by: $0.2) }
            try Counters.apply(deltas, on: connection)
        }
    }

    /// The text of a cell.
    static func cell(_ answer: Answer, _ place: DivisionID, _ name: String) throws -> String {
        let pattern = try Regex(
            "data-figure=\"\(place)-\(name)\"[^>]*>([^<]*(?:&lt;[0-9]+)?)<",
            as: (Substring, Substring).self
        )
        return String(try #require(answer.text.firstMatch(of: pattern)).output.1)
    }

    @Test(arguments: Role.allCases)
    func `figures are for those whose role has them, in their place`(role: Role) async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(role)
            let maySee = role.permissions.contains(.viewFigures)
            let own = try await site.get("/desk/figures", as: token)
            #expect(own.status == (maySee ? .seeOther : .forbidden))
            if maySee { #expect(own.location == "/desk/figures/\(Net.committee)") }
            for path in ["/desk/figures/\(Net.committee)", "/wall/\(Net.committee)"] {
                let answer = try await site.get(path, as: token)
                #expect(answer.status == (maySee ? .ok : .forbidden), "\(path)")
            }
            let places = [Net.neighbour, Net.township, Net.stranger, Net.district]
            for place in places {
                for path in ["/desk/figures/", "/wall/"] {
                    for end in ["", "/live"] {
                        let answer = try await site.get("\(path)\(place)\(end)", as: token)
                        #expect(answer.status == .forbidden, "\(path)\(place)\(end)")
                    }
                }
                let answer = try await site.get("/api/v1/figures?under=\(place)", as: token)
                #expect(answer.status == .forbidden)
                #expect(answer.code == (maySee ? "access.outsideTerritory" : "access.notPermitted"))
            }
        }
    }

    @Test func `nobody sees figures without signing in`() async throws {
        try await SiteHarness.run { site in
            for path in ["/desk/figures", "/desk/figures/\(Net.committee)", "/wall/\(Net.committee)"] {
                let answer = try await site.get(path)
                #expect(answer.status == .seeOther)
            }
            let answer = try await site.get("/api/v1/figures?under=\(Net.committee)")
            #expect(answer.status == .unauthorized)
            #expect(answer.code == "edge.signInNeeded")
        }
    }

    @Test func `a page shows its place and leads to those below, today and on other days`() async throws {
        try await SiteHarness.run { site in
            try await Self.count(
                site,
                [
                    (Net.committee, .observationsActive, 12), (Net.neighbour, .observationsActive, 1230),
                    (Net.committee, .dayRecords, 20), (Net.committee, .feversOpen, 1),
                ]
            )
            try await Self.count(site, [(Net.committee, .dayRecords, 30)], on: Self.day.adding(days: -1))
            let token = try await site.token(.preventionOffice, at: Net.township)
            let page = try await site.get("/desk/figures/\(Net.township)", as: token)
            #expect(try Self.cell(page, Net.committee, "observationsActive-now") == "12")
            #expect(try Self.cell(page, Net.township, "observationsActive-now") == "1,242")
            #expect(try Self.cell(page, Net.township, "dayRecords-today") == "20")
            #expect(try Self.cell(page, Net.township, "dayRecords-total") == "50")
            #expect(page.text.contains("href=\"/desk/figures/\(Net.committee)\""))
            #expect(page.text.contains("data-live=\"/desk/figures/\(Net.township)/live\""))
            // The way up is named; it leads only where the visitor may go.
            #expect(page.text.contains("长宁区") && !page.text.contains("href=\"/desk/figures/\(Net.district)\""))
            let before = try await site.get("/desk/figures/\(Net.township)?day=20200209", as: token)
            #expect(try Self.cell(before, Net.township, "dayRecords-today") == "30")
            #expect(!before.text.contains("data-live=\"/"))
            let none = try await site.get("/desk/figures/\(Net.committee)", as: token, in: .english)
            #expect(none.text.contains("There is nothing below a committee"))
            let odd = try await site.get("/desk/figures/\(Net.township)?day=tomorrow", as: token)
            #expect(odd.status == .unprocessableContent)
            let nowhere = try await site.get("/desk/figures/999999999999", as: token)
            #expect(nowhere.status == .notFound)
        }
    }

    @Test func `R-PRIV-10: the wall tells no small number of a committee, nor lets it be computed`() async throws {
        try await SiteHarness.run { site in
            try await Self.count(
                site,
                [
                    (Net.committee, .observationsActive, 3), (Net.neighbour, .observationsActive, 40),
                    (Net.committee, .dayRecords, 2), (Net.stranger, .tasksOpen, 3),
                ]
            )
            let token = try await site.token(.districtCommand, at: Net.district)
            let wall = try await site.get("/wall/\(Net.township)", as: token)
            #expect(try Self.cell(wall, Net.committee, "observationsActive-now") == "&lt;5")
            #expect(try Self.cell(wall, Net.neighbour, "observationsActive-now") == "≥5")
            #expect(try Self.cell(wall, Net.township, "observationsActive-now") == "43")
            #expect(try Self.cell(wall, Net.committee, "dayRecords-today") == "&lt;5")
            #expect(try Self.cell(wall, Net.neighbour, "dayRecords-today") == "0")
            #expect(try Self.cell(wall, Net.township, "dayRecords-today") == "&lt;5")
            #expect(wall.text.contains("少于 5"))
            let own = try await site.get("/wall/\(Net.committee)", as: token)
            #expect(try Self.cell(own, Net.committee, "observationsActive-now") == "&lt;5")
            // A district's rows are townships, which may be told.
            let district = try await site.get("/wall/\(Net.district)", as: token, in: .english)
            #expect(try Self.cell(district, DivisionID(rawValue: 310_105_003_000), "tasksOpen-now") == "3")
            #expect(!district.text.contains("shown as"))
            let desk = try await site.get("/desk/figures/\(Net.township)", as: token)
            #expect(try Self.cell(desk, Net.committee, "observationsActive-now") == "3")
        }
    }

    @Test func `the API gives figures by their stable names, and only what changed`() async throws {
        try await SiteHarness.run { site in
            try await Self.count(
                site,
                [(Net.committee, .dayRecords, 7), (Net.committee, .feversOpen, 1), (Net.neighbour, .dayRecords, 1)]
            )
            let token = try await site.token(.healthCommission, at: Net.city)
            let path = "/api/v1/figures?under=310105002&day=20200210"
            let answer = try await site.get(path, as: token)
            #expect(answer.status == .ok)
            let document = try JSONDecoder().decode(FiguresDocument.self, from: Data(answer.text.utf8))
            #expect(document.place.id == Net.township)
            #expect(document.path.map(\.name) == ["上海市", "长宁区", "江苏路街道"])
            #expect(document.day == Self.day)
            #expect(document.total.today == ["dayRecords": 8])
            #expect(document.total.cumulative == ["dayRecords": 8, "feversOpen": 1])
            #expect(document.rows.map(\.place.id) == [Net.committee, Net.neighbour])
            #expect(document.rows[0].cumulative["feversOpen"] == 1)
            let mark = try #require(answer.headers[.eTag])
            func again() async throws -> Answer {
                try await site.ask(path, .get, headers: [.authorization: "Bearer \(token)", .ifNoneMatch: mark])
            }
            for _ in 1...3 {
                let same = try await again()
                #expect(same.status == .notModified)
                #expect(same.text.isEmpty)
                #expect(same.headers[.eTag] == mark)
            }
            try await Self.count(site, [(Net.committee, .dayRecords, 1)])
            let news = try await again()
            #expect(news.status == .ok)
        }
    }

    struct FiguresDocument: Decodable {
        struct Place: Decodable {
            let id: DivisionID
            let name: String
        }

        struct Figures: Decodable {
            let today: [String: Int]
            let cumulative: [String: Int]
        }

        struct Row: Decodable {
            let place: Place
            let today: [String: Int]
            let cumulative: [String: Int]
        }

        let place: Place
        let path: [Place]
        let day: CivilDate
        let total: Figures
        let rows: [Row]
    }

    @Test func `what the API cannot answer has a stable code`() async throws {
        try await SiteHarness.run { site in
            let token = try await site.token(.healthCommission, at: Net.city)
            let cases: [(String, HTTPResponse.Status, String)] = [
                ("", .unprocessableContent, "edge.malformedField"),
                ("?under=x", .unprocessableContent, "edge.malformedField"),
                ("?under=310105002&day=20200230", .unprocessableContent, "edge.malformedField"),
                ("?under=440100000000", .notFound, "access.unknownPlace"),
            ]
            for (query, status, code) in cases {
                let answer = try await site.get("/api/v1/figures\(query)", as: token)
                #expect(answer.status == status, "\(query)")
                #expect(answer.code == code, "\(query)")
            }
            let stranger = try await site.get("/api/v1/figures?under=310105002", as: "fgh_forged")
            #expect(stranger.status == .unauthorized)
        }
    }
}
