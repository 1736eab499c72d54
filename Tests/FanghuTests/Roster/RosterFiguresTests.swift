import Fanghu
import FanghuTesting
import Store
import Testing

/// The ranking of busy areas and the Party organisations' counts.
struct RosterFiguresTests {
    static func count(_ net: Net, _ rows: [(DivisionID, Indicator, Int)]) async throws {
        let day = net.time.now.day
        let deltas = rows.map { CounterDelta($0.0, $0.1, on: day, by: $0.2) }
        try await net.database.write { try Counters.apply(deltas, on: $0) }
    }

    @Test(arguments: Engine.available)
    func `The busiest area has the most work for each who works there, and one without anybody stands first`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let office = try await net.staff(.preventionOffice, at: Net.township)
            _ = try await net.staff(.communityWorker)
            _ = try await net.staff(.director)
            _ = try await net.staff(.volunteer)
            _ = try await net.staff(.communityWorker, at: Net.neighbour)
            try await Self.count(
                net,
                [
                    (Net.committee, .tasksOpen, 6), (Net.committee, .observationsActive, 4),
                    (Net.neighbour, .tasksOpen, 6), (Net.stranger, .tasksOpen, 99), (Net.township, .tasksOpen, 50),
                    (Net.neighbour, .dwellings, 5000),
                ]
            )
            let busiest = try await net.roster.busiest(for: office)
            #expect(busiest.map(\.committee) == [Net.neighbour, Net.committee])
            #expect(busiest.map(\.workers) == [1, 2])
            #expect(busiest.map(\.openTasks) == [6, 6] && busiest.map(\.observations) == [0, 4])
            try await database.write {
                try $0.execute("UPDATE appointment SET to_at = 1 WHERE place = \(Net.committee)")
            }
            let emptied = try await net.roster.busiest(limit: 1, for: office)
            #expect(emptied.map(\.committee) == [Net.committee] && emptied.map(\.workers) == [0])
        }
    }

    @Test(arguments: Engine.available)
    func `The ranking of 6,000 committees is one question`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let base: Int64 = 310_105_002_000
            let rows = (0..<6000)
                .map { number -> (DivisionID, Indicator, Int) in
                    let place = base + Int64(number / 900) * 1000 + Int64(number % 900) + 1
                    return (DivisionID(rawValue: place), .tasksOpen, number % 97 + 1)
                }
            try await Self.count(net, rows)
            let busiest = try await net.roster.busiest(limit: 200, for: .system(job: "test"))
            #expect(busiest.count == 200)
            #expect(busiest.first?.openTasks == 97)
            #expect(zip(busiest, busiest.dropFirst()).allSatisfy { $0.openTasks >= $1.openTasks })
        }
    }

    @Test(arguments: Engine.available)
    func `Party organisations report numbers, once a day and committee, and the sums follow`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let office = try await net.staff(.preventionOffice, at: Net.township)
            let secretary = try await net.staff(.secretary)
            let worker = try await net.staff(.communityWorker)
            let today = net.time.now.day
            func report(_ committee: DivisionID, _ members: Int, on day: CivilDate? = nil) throws -> PartyReport {
                try PartyReport(
                    committee: committee,
                    day: day ?? today,
                    membersOnDuty: members,
                    volunteers: 2 * members,
                    postsStaffed: 1
                )
            }
            try await net.roster.report(report(Net.committee, 10), by: secretary)
            try await net.roster.report(report(Net.neighbour, 5), by: office)
            try await net.roster.report(report(Net.committee, 12), by: secretary)
            let day = try await net.roster.partyDay(for: office)
            #expect(day.organisations == 2 && day.membersOnDuty == 17 && day.volunteers == 34 && day.postsStaffed == 2)
            #expect(day.reports.map(\.committee) == [Net.committee, Net.neighbour])
            #expect(try await net.roster.partyDay(after: Net.committee, for: office).reports.count == 1)
            #expect(try await net.roster.partyDay(for: secretary).membersOnDuty == 12, "each sees their territory")
            await #expect(throws: RosterRefusal.dayAhead) {
                let tomorrow = CivilDate(daysSince1970: today.daysSince1970 + 1)
                try await net.roster.report(report(Net.committee, 1, on: tomorrow), by: secretary)
            }
            await #expect(throws: AccessRefusal.notPermitted(.manageRoster)) {
                try await net.roster.report(report(Net.committee, 1), by: worker)
            }
            await #expect(throws: RosterRefusal.notACommittee) {
                try await net.roster.report(report(Net.township, 1), by: office)
            }
        }
    }

    @Test(arguments: [(-1, 0, 0), (0, -1, 0), (0, 0, 100_001)])
    func `Counts that nobody can have are refused`(members: Int, volunteers: Int, posts: Int) {
        #expect(throws: RosterRefusal.countsWrong) {
            try PartyReport(
                committee: Net.committee,
                day: CivilDate(daysSince1970: 18302),
                membersOnDuty: members,
                volunteers: volunteers,
                postsStaffed: posts
            )
        }
    }
}
