import Fanghu
import FanghuTesting
import Store
import Testing

/// The main job from the registration to the release, through the services, on every engine.
struct ObservationFlowTests {
    /// An observation at home that has begun.
    static func begin(_ net: Net) async throws -> (arrival: ArrivalReceipt, observation: ObservationID) {
        let begun = try await net.beginObservation()
        let worker = try await net.staff(.communityWorker)
        #expect(try await net.observations.observation(begun.observation, for: worker).state == .quiet)
        return begun
    }

    static func report(
        _ net: Net,
        _ id: ObservationID,
        _ temperature: String,
        by actor: Actor
    ) async throws
        -> DayRecordReceipt
    {
        let request = DayRecordRequest(
            id: net.time.context.newID(),
            observation: id,
            draft: DayRecord.Draft(temperature: temperature, site: .armpit),
            source: .observee
        )
        return try await net.observations.record(request, by: actor, through: net.intake)
    }

    static func verify(_ net: Net) async throws {
        let report = try await VerificationService(database: net.database).verify()
        #expect(report.differences == [])
        #expect(report.violations == [])
        let policy = net.policy
        let audit = try await AuditService(database: net.database, policy: policy, context: net.time.context).verify()
        #expect(audit.faults == [])
    }

    @Test(arguments: Engine.available)
    func `I-1, I-5: from the QR code to the release, every figure follows each step`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let (arrival, id) = try await Self.begin(net)
            let observee = try await net.arrivals.observee(behind: arrival.link.text)
            let command = try await net.staff(.districtCommand, at: Net.district)
            var figures = try await net.figures.report(under: Net.district, for: command).total
            #expect(figures.cumulative[.observationsActive] == 1)
            #expect(figures.today[.observationsStarted] == 1)
            // The clock starts the day after the arrival: fourteen days, two records a day.
            for day in 0...14 {
                let date = CivilDate(yyyymmdd: 20_200_210)!.adding(days: day).iso
                for hour in ["08:30", "18:30"] {
                    net.time.move(to: "\(date)T\(hour):00+08:00")
                    _ = try await Self.report(net, id, "36.5", by: observee)
                }
                try await net.observations.sweepSlots()
                try await net.observations.completePeriods()
            }
            await #expect(throws: ObservationRefusal.self) {
                try await net.observations.release(id, describing: Self.describe(net), by: doctor)
            }
            net.time.move(to: "2020-02-25T00:00:00+08:00")
            #expect(try await net.observations.completePeriods() == 1)
            let note = try await net.observations.release(id, describing: Self.describe(net), by: doctor)
            #expect(note.serial.hasPrefix("310105002-2020-000001-"))
            #expect(note.tally.missing == 0)
            figures = try await net.figures
                .report(under: Net.city, for: try await net.staff(.districtCommand, at: Net.city))
                .total
            #expect(figures.cumulative[.observationsActive, default: 0] == 0)
            #expect(figures.cumulative[.observationsReleased] == 1)
            #expect(figures.cumulative[.dayRecords] == 30)
            #expect(figures.cumulative[.tasksOpen, default: 0] == 0)
            try await Self.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `I-7: a fever becomes a named doctor's task and closes with the doctor's note only`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let (arrival, id) = try await Self.begin(net)
            let observee = try await net.arrivals.observee(behind: arrival.link.text)
            net.time.move(to: "2020-02-11T08:00:00+08:00")
            _ = try await Self.report(net, id, "37.8", by: observee)
            let tasks = try await net.dispatch.open(under: nil, kinds: [.answerFever], for: doctor)
            #expect(tasks.map(\.owner) == [doctor.account])
            let task = try #require(tasks.first)
            await #expect(throws: DispatchRefusal.needsItsAct(.answerFever)) {
                try await net.dispatch.close(task.id, note: "好了", by: doctor)
            }
            await #expect(throws: AccessRefusal.notPermitted(.answerFevers)) {
                try await net.observations.noteFever(of: id, .cleared, saying: "", by: worker)
            }
            _ = try await net.observations.noteFever(of: id, .cleared, saying: "复测正常", by: doctor)
            #expect(try await net.dispatch.open(under: nil, kinds: [.answerFever], for: doctor).isEmpty)
            try await Self.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `I-6: a missed slot becomes one task, two in a row a visit, and a late record closes its own`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let (arrival, id) = try await Self.begin(net)
            let observee = try await net.arrivals.observee(behind: arrival.link.text)
            net.time.move(to: "2020-02-11T12:00:00+08:00")
            #expect(try await net.observations.sweepSlots() == 1)
            #expect(try await net.observations.sweepSlots() == 0)
            net.time.move(to: "2020-02-11T22:00:00+08:00")
            #expect(try await net.observations.sweepSlots() == 1)
            var open = try await net.dispatch.open(under: nil, for: worker).map(\.kind)
            #expect(open.filter { $0 == .missedSlot }.count == 2)
            #expect(open.filter { $0 == .visitAfterMissedSlots }.count == 1)
            _ = try await Self.report(net, id, "36.6", by: observee)
            open = try await net.dispatch.open(under: nil, for: worker).map(\.kind)
            #expect(open.filter { $0 == .missedSlot }.count == 1)
            try await Self.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `The same record again is one record; another under its id is refused`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let (arrival, id) = try await Self.begin(net)
            let observee = try await net.arrivals.observee(behind: arrival.link.text)
            net.time.move(to: "2020-02-11T08:00:00+08:00")
            let recordID: DayRecordID = net.time.context.newID()
            let service = net.observations
            let intake = net.intake
            @Sendable func send(_ temperature: String) async throws -> DayRecordReceipt {
                try await service.record(
                    DayRecordRequest(
                        id: recordID,
                        observation: id,
                        draft: DayRecord.Draft(temperature: temperature),
                        source: .observee
                    ),
                    by: observee,
                    through: intake
                )
            }
            let receipts = try await withThrowingTaskGroup(of: DayRecordReceipt.self) { group in
                for _ in 0..<20 { group.addTask { try await send("36.5") } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(receipts.filter { !$0.isRepeat }.count == 1)
            await #expect(throws: ObservationRequestRefusal.recordIDTaken) { try await send("36.6") }
            try await Self.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `Nobody records for, sees or releases an observation of another territory`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let (_, id) = try await Self.begin(net)
            let stranger = try await net.staff(.communityWorker, at: Net.neighbour)
            let foreignDoctor = try await net.staff(.communityDoctor, at: Net.stranger)
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await Self.report(net, id, "36.5", by: stranger)
            }
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await net.observations.observation(id, for: stranger)
            }
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await net.observations.release(id, describing: Self.describe(net), by: foreignDoctor)
            }
            await #expect(throws: AccessRefusal.notSignedIn) {
                try await Self.report(net, id, "36.5", by: .visitor)
            }
            await #expect(throws: ArrivalRequestRefusal.unknownLink) {
                try await net.arrivals.observee(behind: "310105002001.\(id).aaaaaaaaaaaaaaaaaaaaaaaa")
            }
            #expect(try await net.observations.list(under: nil, for: stranger).rows.isEmpty)
        }
    }

    static func describe(_ net: Net) -> @Sendable (PersonID, DivisionID, any Connection) throws -> ReleaseNote.Person {
        let people = net.people
        return { id, committee, connection in
            let person = try people.person(PersonReference(committee: committee, id: id), on: connection)
            return ReleaseNote.Person(
                name: person?.details.name.text ?? "",
                document: person?.details.documents.first?.number,
                address: person?.details.address,
                lastTemperature: nil
            )
        }
    }
}
