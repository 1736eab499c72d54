import Fanghu
import Foundation
import Store

/// The steps from an empty database to the demonstration.
struct DemoFurnishing {
    let options: GlobalOptions
    let code: String
    /// The moment until which it is played.
    let end: Instant

    /// The drill begins so long ago, so that somebody has been released already.
    private static let daysBefore = 17
    private static let rules = ProtocolID("sh-2020-02")

    func run() async throws -> DemoReport {
        let first = end.day.adding(days: -Self.daysBefore)
        let clock = DemoClock(at: first.instant(minuteOfDay: 7 * 60))
        let assembly = try await Assembly(options, .migrate, context: clock.context)
        try await importDivisions(assembly)
        let township = try township(in: assembly)
        let territory = assembly.territory.current
        let committees = territory.children(of: township.id).filter { $0.isCounted && !$0.isRetired }
        let cast = DemoCast(path: territory.path(to: township.id), committees: committees)
        let isThere = try await isFurnished(assembly, township.id)
        if !isThere {
            try await furnish(assembly, clock, township, committees, cast, first, end)
        }
        let addresses = try await DemoAddresses(assembly).addresses(of: township.id, committees)
        try await assembly.database.close()
        return DemoReport(township, cast, territory, created: !isThere, addresses: addresses)
    }

    private func furnish(
        _ assembly: Assembly,
        _ clock: DemoClock,
        _ township: Division,
        _ committees: [Division],
        _ cast: DemoCast,
        _ first: CivilDate,
        _ end: Instant
    ) async throws {
        let console = Actor.system(job: "demo")
        let drill = Drill(place: township.id, version: Self.rules, from: first)
        try await assembly.drills.begin(drill, by: console)
        try await assembly.rules.refresh()
        Console.note("fanghu: 正在建账号和小区……", "fanghu: making accounts and compounds …")
        let staff = try await DemoStaff(cast, assembly.accounts(), by: console)
        _ = try await assembly.places.addDemo(in: township.id, by: console)
        let homes = try await homes(of: committees, assembly)
        if let first = committees.first { try await DemoCoverage(assembly: assembly, staff: staff).cut(first.id) }
        try await addResidents(of: committees, homes, assembly, under: township.id)
        let cases = committees.enumerated()
            .flatMap { number, committee in
                DemoCase.all(
                    of: committee.id,
                    number: number,
                    homes: homes[committee.id] ?? [],
                    from: first,
                    to: end.day
                )
            }
        var play = DemoPlay(assembly, clock, staff, at: township.id, cases, today: end.day)
        let bar = ProgressBar(Words("演示", "demo")(in: Console.language))
        try await play.run(from: first, until: end) { bar.show($0, of: $1) }
        bar.end()
        if let first = committees.first {
            try await DemoGates(assembly: assembly, staff: staff).man(first.id, under: township.id)
            try await DemoCanvass(assembly: assembly, staff: staff).run(in: first.id)
        }
        try await DemoOrders(assembly: assembly, staff: staff, township: township.id).play(committees.map(\.id))
        try await DemoMark(assembly.installation).leave(at: township.id, on: clock.now)
    }

    private func importDivisions(_ assembly: Assembly) async throws {
        guard assembly.territory.current.isEmpty else { return }
        let file = assembly.share.data.appending(path: "divisions/shanghai.csv")
        _ = try await assembly.installation.territoryService.importEdition(
            InputFile(file.path).bytes(),
            named: file.lastPathComponent,
            by: .system(job: "demo")
        )
    }

    private func township(in assembly: Assembly) throws -> Division {
        let id = try assembly.installation.place(code)
        let territory = assembly.territory.current
        guard let division = territory.node(id), division.level == .township,
            territory.children(of: id).contains(where: \.isCounted)
        else { throw CommandRefusal.notForDemo(code) }
        return division
    }

    /// Whether an earlier call has finished; refuses a register with accounts that are not the demonstration's.
    private func isFurnished(_ assembly: Assembly, _ township: DivisionID) async throws -> Bool {
        if try await DemoMark(assembly.installation).exists(at: township) { return true }
        guard try await assembly.drills.drills().allSatisfy({ $0.place != township }) else {
            throw CommandRefusal.demoInterrupted
        }
        guard try await AccountCensus(database: assembly.database).accounts() == 0 else {
            throw CommandRefusal.demoElsewhere
        }
        return false
    }

    private func homes(
        of committees: [Division],
        _ assembly: Assembly
    ) async throws -> [DivisionID: [(address: String, dwelling: PlaceID?)]] {
        var homes: [DivisionID: [(address: String, dwelling: PlaceID?)]] = [:]
        for committee in committees {
            let page = try await assembly.places.dwellings(
                under: committee.id,
                limit: 200,
                for: .system(job: "demo")
            )
            homes[committee.id] = page.places.map { ($0.address, $0.id) }
        }
        return homes
    }

    /// Some of those who live there anyway, so that there is somebody to find.
    private func addResidents(
        of committees: [Division],
        _ homes: [DivisionID: [(address: String, dwelling: PlaceID?)]],
        _ assembly: Assembly,
        under township: DivisionID
    ) async throws {
        var text = "name,document,phone,address,committee\n"
        for (number, committee) in committees.enumerated() {
            for (position, home) in (homes[committee.id] ?? []).prefix(40).enumerated() {
                let persona = DemoPersona(100_000 + number * 1000 + position)
                text += "\(persona.name),\(persona.document),\(persona.phone),\(home.address),\(committee.id)\n"
            }
        }
        _ = try await assembly.peopleImport.run(
            LedgerTable(text: Array(text.utf8)),
            under: township,
            dryRun: false,
            by: .system(job: "demo")
        )
    }
}
