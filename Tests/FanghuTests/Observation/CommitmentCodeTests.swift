import Fanghu
import FanghuTesting
import Store
import Testing

/// A commitment signed with a code that a worker reads out (F-04).
struct CommitmentCodeTests {
    static func make(_ net: Net, _ id: ObservationID, by actor: Actor) async throws -> String {
        try await net.observations
            .makeCommitmentCode(for: id, textVersion: "2020-02", reading: net.people.signatory, by: actor)
            .code
    }

    static func sign(
        _ net: Net,
        _ receipt: ArrivalReceipt,
        _ code: String,
        guardian: String? = nil,
        hasAgreed: Bool = true,
        textVersion: String = "2020-02"
    ) async throws -> ObservationRow {
        let signing = CommitmentByCode(
            code: code,
            guardian: guardian,
            hasAgreed: hasAgreed,
            textVersion: textVersion
        )
        let actor = try await net.arrivals.observee(behind: receipt.link.text)
        return try await net.observations.signCommitment(signing, reading: net.people.signatory, by: actor)
    }

    /// Six digits that are not the code.
    static func wrong(_ code: String) -> String { code == "000000" ? "000001" : "000000" }

    static func acts(_ act: String, in database: Database) async throws -> Int {
        try await database.read { connection in
            try connection.rows("SELECT committee FROM audit_entry WHERE act = \(act)").count
        }
    }

    @Test(arguments: Engine.available)
    func `F-04: the code signs once, closes the worker's task and names who read it out`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            let code = try await Self.make(net, begun.observation, by: worker)
            #expect(code.count == 6 && code.allSatisfy(\.isNumber))
            let row = try await Self.sign(net, begun.arrival, code)
            #expect(row.state == .preparing(.committed, isFeverish: false))
            let open = try await net.dispatch.open(under: nil, kinds: [.signCommitment], for: worker)
            #expect(open.isEmpty)
            let stored = try await database.read { connection in
                try connection.rows("SELECT signature, text_version, witness FROM commitment")
                    .map { "\(try $0.column(0, as: String.self)) \(try $0.column(2, as: String.self))" }
            }
            #expect(stored == ["oneTimeCode \(try #require(worker.account))"])
            await #expect(throws: ObservationRefusal.alreadyCommitted) {
                try await Self.sign(net, begun.arrival, code)
            }
            _ = try await net.observations.activate(begun.observation, by: worker)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: wrong tries are counted and end the code, even for who then has it right`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            let code = try await Self.make(net, begun.observation, by: worker)
            for left in [4, 3, 2, 1] {
                await #expect(throws: CommitmentCodeRefusal.wrong(left: left)) {
                    try await Self.sign(net, begun.arrival, Self.wrong(code))
                }
            }
            await #expect(throws: CommitmentCodeRefusal.locked) {
                try await Self.sign(net, begun.arrival, Self.wrong(code))
            }
            await #expect(throws: CommitmentCodeRefusal.locked) { try await Self.sign(net, begun.arrival, code) }
            #expect(try await Self.acts("observation.codeWrong", in: database) == 5)
            let fresh = try await Self.make(net, begun.observation, by: worker)
            _ = try await Self.sign(net, begun.arrival, fresh)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a code ends after a quarter of an hour, and with the next one`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            await #expect(throws: CommitmentCodeRefusal.none) { try await Self.sign(net, begun.arrival, "123456") }
            let first = try await Self.make(net, begun.observation, by: worker)
            let second = try await Self.make(net, begun.observation, by: worker)
            #expect(first != second)
            await #expect(throws: CommitmentCodeRefusal.wrong(left: 4)) {
                try await Self.sign(net, begun.arrival, first)
            }
            net.time.advance(minutes: 15)
            await #expect(throws: CommitmentCodeRefusal.expired) { try await Self.sign(net, begun.arrival, second) }
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: only who manages the observation makes a code, and the record never holds it`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let begun = try await net.awaitCommitment()
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            await #expect(throws: AccessRefusal.notPermitted(.manageObservations)) {
                try await Self.make(net, begun.observation, by: doctor)
            }
            let neighbour = try await net.staff(.communityWorker, at: Net.neighbour)
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await Self.make(net, begun.observation, by: neighbour)
            }
            let code = try await Self.make(net, begun.observation, by: net.staff(.communityWorker))
            #expect(try await Self.acts("observation.codeMade", in: database) == 1)
            let isWritten = try await database.read { connection in
                try connection.rows("SELECT detail, reason FROM audit_entry")
                    .contains { row in
                        let texts: [String?] = [try row.column(0), try row.column(1)]
                        return texts.contains { $0?.contains(code) == true }
                    }
            }
            #expect(!isWritten)
        }
    }

    @Test(arguments: Engine.available)
    func `a code fits one observation only`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let first = try await net.awaitCommitment()
            let second = try await net.awaitCommitment(Net.another(1))
            let code = try await Self.make(net, first.observation, by: worker)
            let other = try await Self.make(net, second.observation, by: worker)
            #expect(code != other)
            await #expect(throws: CommitmentCodeRefusal.wrong(left: 4)) {
                try await Self.sign(net, second.arrival, code)
            }
            await #expect(throws: ObservationRequestRefusal.unknownLink) {
                let signing = CommitmentByCode(code: code, guardian: nil, hasAgreed: true, textVersion: "2020-02")
                return try await net.observations
                    .signCommitment(signing, reading: net.people.signatory, by: .visitor)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `nothing is signed unread, in another version, or before the home was seen`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            let code = try await Self.make(net, begun.observation, by: worker)
            await #expect(throws: CommitmentCodeRefusal.notReadTheText) {
                try await Self.sign(net, begun.arrival, code, hasAgreed: false)
            }
            await #expect(throws: CommitmentRefusal.textOutdated("2020-02")) {
                try await Self.sign(net, begun.arrival, code, textVersion: "2020-01")
            }
            _ = try await net.observations.checkHome(
                HomeCheck(obstacles: [.noOwnRoom]),
                for: begun.observation,
                by: worker
            )
            await #expect(throws: ObservationRefusal.homeIsUnsuitable) {
                try await Self.sign(net, begun.arrival, code)
            }
            await #expect(throws: ObservationRefusal.homeIsUnsuitable) {
                try await Self.make(net, begun.observation, by: worker)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a guardian signs for a child, and the code waits for the guardian's name`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            var draft = Registration.Draft.sample(
                number: FixtureNumbers.citizen(born: try #require(CivilDate(yyyymmdd: 20_100_101)), sequence: 1)
            )
            draft.relation = .parent
            draft.filledBy = "测试甲"
            let begun = try await net.awaitCommitment(draft)
            let code = try await Self.make(net, begun.observation, by: worker)
            await #expect(throws: CommitmentRefusal.guardianNeeded) {
                try await Self.sign(net, begun.arrival, code)
            }
            let row = try await Self.sign(net, begun.arrival, code, guardian: "测试甲")
            #expect(row.state == .preparing(.committed, isFeverish: false))
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-01: guesses at the same moment have no more tries than one after the other`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            let code = try await Self.make(net, begun.observation, by: worker)
            await withTaskGroup { group in
                for _ in 0..<20 {
                    group.addTask {
                        await #expect(throws: (any Error).self) {
                            try await Self.sign(net, begun.arrival, Self.wrong(code))
                        }
                    }
                }
            }
            #expect(try await Self.acts("observation.codeWrong", in: database) == 5)
            await #expect(throws: CommitmentCodeRefusal.locked) { try await Self.sign(net, begun.arrival, code) }
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a double click signs once`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let worker = try await net.staff(.communityWorker)
            let begun = try await net.awaitCommitment()
            let code = try await Self.make(net, begun.observation, by: worker)
            let signed = await withTaskGroup { group in
                for _ in 0..<8 {
                    group.addTask { (try? await Self.sign(net, begun.arrival, code)) != nil }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(signed == 1)
            let stored = try await database.read { connection in
                try connection.rows("SELECT committee FROM commitment").count
            }
            #expect(stored == 1)
            try await ObservationFlowTests.verify(net)
        }
    }
}
