import Fanghu
import FanghuTesting
import HTTPTypes
import Store
import Testing

/// A disk without room: a clear answer, nothing half-stored, and everything goes on once there is room.
struct DiskFullTests {
    /// Lets the database grow by no page more, as a full disk does.
    static func fill(_ database: Database) async throws {
        try await database.write { connection in _ = try connection.rows("PRAGMA max_page_count = 1") }
    }

    static func makeRoom(_ database: Database) async throws {
        try await database.write { connection in _ = try connection.rows("PRAGMA max_page_count = 1073741823") }
    }

    static func record(_ number: Int) -> String {
        let id = "01900000-0000-7000-8000-\(String(1_000_000_000_000 + number).suffix(12))"
        return #"{"id":"\#(id)","temperature":36.5,"site":"armpit"}"#
    }

    @Test func `a record that found no room is refused as such, and taken once there is room`() async throws {
        try await SiteHarness.run { site in
            let id = try await site.net.beginObservation().observation
            let token = try await site.token(.communityWorker)
            let path = "/api/v1/observations/\(id)/day-records"
            try await Self.fill(site.net.database)
            var number = 0
            var answer = try await site.post(path, as: token, json: Self.record(number))
            while answer.status == .created, number < 2000 {
                number += 1
                answer = try await site.post(path, as: token, json: Self.record(number))
            }
            #expect(answer.status == .serviceUnavailable)
            #expect(answer.code == "store.diskFull")
            let look = try await site.get("/api/v1/observations/\(id)", as: token)
            #expect(look.status == .ok, "what is stored can still be read")
            try await Self.makeRoom(site.net.database)
            let again = try await site.post(path, as: token, json: Self.record(number))
            #expect(again.status == .created, "nothing of the refused record was kept")
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    @Test func `a registration that found no room leaves no person, no task and no figure behind`() async throws {
        try await SiteHarness.run { site in
            _ = try await site.net.beginObservation()
            try await Self.fill(site.net.database)
            var refused: Answer?
            for number in 0..<300 where refused == nil {
                let answer = try await site.post("/api/v1/registrations", as: nil, json: Self.registration(number))
                #expect(answer.status == .created || answer.code == "store.diskFull", "\(answer.status) \(answer.text)")
                if answer.status != .created { refused = answer }
            }
            #expect(refused?.code == "store.diskFull")
            try await Self.makeRoom(site.net.database)
            let report = try await VerificationService(database: site.net.database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }

    static func registration(_ number: Int) -> String {
        let id = "01900000-0000-7000-8000-\(String(2_000_000_000_000 + number).suffix(12))"
        return """
            {"id":"\(id)","committee":"\(Net.committee)","relation":"self","name":"测试甲",
             "documentKind":"citizenNumber","documentNumber":"\(FixtureNumbers.citizen(number + 500))",
             "phone":"\(FixtureNumbers.phone(number))","addressText":"愚园路 1 弄 2 号 301 室","tenure":"own",
             "itinerary":[{"place":"4201","from":"2020-01-20","to":"2020-02-09","kind":"origin"}],
             "declaredKeyArea":true,"departedOn":"2020-02-09","arrivedOn":"2020-02-10","transport":"train",
             "transportNumber":"G1722","temperature":"36.5","symptoms":[],"declaration":true,"noticeVersion":"2020-02",
             "contacts":{"keyAreaPerson":false,"feverPatient":false,"confirmedCase":false}}
            """
    }
}
