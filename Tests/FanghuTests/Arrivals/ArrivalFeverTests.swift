import Fanghu
import FanghuTesting
import Store
import Testing

/// A fever told on registering: a doctor's task that only a doctor's note closes.
struct ArrivalFeverTests {
    static func register(_ net: Net, temperature: String = "38.2") async throws -> ArrivalReceipt {
        var draft = Registration.Draft.sample()
        draft.temperature = temperature
        draft.symptoms = [.dryCough]
        return try await net.arrivals.register(
            draft,
            id: net.time.context.newID(),
            in: Net.committee,
            source: .ownForm,
            by: .visitor
        )
    }

    @Test(arguments: ArrivalState.all, DoctorNote.allCases)
    func `I-7: without an open fever there is nothing to note`(state: ArrivalState, note: DoctorNote) throws {
        let facts = ArrivalCircumstances(now: TestContext().now, limits: RuleSample.version.limits)
        #expect(throws: ArrivalRefusal.noFever) { try state.after(.doctorNoted(note), given: facts) }
    }

    @Test(arguments: ArrivalState.all)
    func `a cleared fever leaves the registration where it stands`(state: ArrivalState) throws {
        let facts = ArrivalCircumstances(now: TestContext().now, limits: RuleSample.version.limits, hasOpenFever: true)
        let outcome = try state.after(.doctorNoted(.cleared), given: facts)
        #expect(outcome == ArrivalOutcome(state, [.closeTasks(.answerFever), .count(.feversOpen, -1)]))
    }

    @Test(arguments: ArrivalState.all)
    func `I-1: sent to hospital, an unconfirmed arrival still waits for its confirmation`(state: ArrivalState) throws {
        let facts = ArrivalCircumstances(now: TestContext().now, limits: RuleSample.version.limits, hasOpenFever: true)
        let outcome = try state.after(.doctorNoted(.transferHospital), given: facts)
        let isKnown = !state.awaitsConfirmation && state != .withdrawn
        #expect(outcome.state == (isKnown ? .disposed(.sentToFeverClinic) : state))
        let expected: [ArrivalFollowUp] = [
            .closeTasks(.answerFever), .count(.feversOpen, -1), .endObservationInHospital,
        ]
        #expect(outcome.followUps == expected)
    }

    @Test(arguments: Engine.available)
    func `I-7: the doctor's note closes the task of a registration, once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let id = try await Self.register(net).key.id
            let tasks = try await net.dispatch.open(under: nil, kinds: [.answerFever], for: doctor)
            #expect(tasks.map(\.subject) == [.arrival(id)])
            #expect(tasks.map(\.owner) == [doctor.account])
            _ = try await net.arrivals.answerFever(of: id, .cleared, saying: "复测 36.8", by: doctor)
            #expect(try await net.dispatch.open(under: nil, kinds: [.answerFever], for: doctor).isEmpty)
            await #expect(throws: ArrivalRefusal.noFever) {
                try await net.arrivals.answerFever(of: id, .cleared, saying: "", by: doctor)
            }
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: workers and doctors of elsewhere answer no fever of a registration`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let id = try await Self.register(net).key.id
            let worker = try await net.staff(.communityWorker)
            let stranger = try await net.staff(.communityDoctor, at: Net.stranger)
            await #expect(throws: AccessRefusal.notPermitted(.answerFevers)) {
                try await net.arrivals.answerFever(of: id, .cleared, saying: "", by: worker)
            }
            await #expect(throws: ArrivalRequestRefusal.unknownArrival) {
                try await net.arrivals.answerFever(of: id, .cleared, saying: "", by: stranger)
            }
            #expect(try await net.arrivals.feverSigns(of: [id], for: stranger).isEmpty)
            await #expect(throws: AccessRefusal.notPermitted(.answerFevers)) {
                try await net.arrivals.feverSigns(of: [id], for: worker)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `the way to hospital also ends the observation of the same arrival`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let id = try await Self.register(net).key.id
            let confirmed = try await net.arrivals.confirmDwelling(of: id, address: "1 弄 2 号 301 室", by: worker)
            let observation = try #require(confirmed.observation)
            let row = try await net.arrivals.answerFever(of: id, .transferHospital, saying: "已联系120", by: doctor)
            #expect(row.state == .disposed(.sentToFeverClinic))
            let ended = try await net.observations.observation(observation.id, for: doctor)
            #expect(ended.state == .transferred(.hospital))
            #expect(try await net.dispatch.open(under: nil, for: worker).isEmpty)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `I-7: a withdrawn registration leaves its fever to the doctor`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let id = try await Self.register(net).key.id
            _ = try await net.arrivals.withdraw(id, .duplicate, by: worker)
            #expect(try await net.dispatch.open(under: nil, for: worker).map(\.kind) == [.answerFever])
            let row = try await net.arrivals.answerFever(of: id, .cleared, saying: "", by: doctor)
            #expect(row.state == .withdrawn)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: what was told is shown to the doctor, and each look stands in the record`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let id = try await Self.register(net).key.id
            let signs = try #require(try await net.arrivals.feverSigns(of: [id], for: doctor)[id])
            #expect(signs.temperature.map { "\($0)" } == "38.2")
            #expect(signs.symptoms == [.dryCough])
            #expect(signs.toldAt == net.time.now)
            let looks = try await database.read { connection in
                try connection.rows("SELECT committee FROM audit_entry WHERE act = 'arrival.viewFevers'").count
            }
            #expect(looks == 1)
        }
    }

    @Test(arguments: Engine.available)
    func `the figures count a fever told on registering, until it is answered`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let id = try await Self.register(net).key.id
            var total = try await net.figures.report(under: Net.township, for: doctor).total
            #expect(total.cumulative[.feversOpen] == 1 && total.today[.feversReported] == 1)
            try await ObservationFlowTests.verify(net)
            _ = try await net.arrivals.answerFever(of: id, .cleared, saying: "", by: doctor)
            total = try await net.figures.report(under: Net.township, for: doctor).total
            #expect(total.cumulative[.feversOpen, default: 0] == 0 && total.today[.feversReported] == 1)
            try await ObservationFlowTests.verify(net)
        }
    }
}
