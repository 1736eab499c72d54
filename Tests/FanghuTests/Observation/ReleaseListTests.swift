import Fanghu
import FanghuTesting
import Store
import Testing

/// Several releases at once, and the document of each.
struct ReleaseListTests {
    @Test(arguments: Engine.available)
    func `I-5, I-6: what stands against a release is what the rules would say`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let begun = try await net.beginObservation()
            let early = try await net.observations.releaseCandidates([begun.observation], for: doctor)
            let obstacle = try #require(early[begun.observation]?.obstacle)
            #expect(obstacle.code == "observation.periodRunning")
            try await net.completePeriod(of: [begun.arrival], skipping: 1)
            let due = try await net.observations.releaseCandidates([begun.observation], for: doctor)
            #expect(due[begun.observation]?.obstacle == .daysMissing(2))
            #expect(due[begun.observation]?.tally.missing == 2)
        }
    }

    @Test(arguments: Engine.available)
    func `each of a ticked list is released or refused for itself, and answered for`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let first = try await net.beginObservation()
            let second = try await net.beginObservation(Net.another(1))
            let third = try await net.beginObservation(Net.another(2))
            try await net.completePeriod(of: [first.arrival, third.arrival])
            let unknown: ObservationID = net.time.context.newID()
            let ids = [first.observation, second.observation, unknown, third.observation, first.observation]
            let results = try await net.observations
                .release(all: ids, describing: net.people.releaseDescription, by: doctor)
            #expect(results.map(\.id) == [first.observation, second.observation, unknown, third.observation])
            let codes = results.map { result in
                switch result.result {
                case .released(let note): String(note.serial.prefix(21))
                case .refused(let refusal): refusal.code
                }
            }
            // Refused ones take no number.
            #expect(
                codes == [
                    "310105002-2020-000001", "observation.daysMissing", "observation.unknown", "310105002-2020-000002",
                ]
            )
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-02: who may not release is refused before any item, a neighbour's are not there`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let begun = try await net.beginObservation()
            try await net.completePeriod(of: [begun.arrival])
            let describe = net.people.releaseDescription
            let worker = try await net.staff(.communityWorker)
            await #expect(throws: AccessRefusal.notPermitted(.release)) {
                try await net.observations.release(all: [begun.observation], describing: describe, by: worker)
            }
            let stranger = try await net.staff(.communityDoctor, at: Net.stranger)
            #expect(try await net.observations.releaseCandidates([begun.observation], for: stranger).isEmpty)
            let results = try await net.observations
                .release(all: [begun.observation], describing: describe, by: stranger)
            guard case .refused(let refusal) = try #require(results.first).result else {
                Issue.record("released by a stranger")
                return
            }
            #expect(refusal.code == "observation.unknown")
            let many = (0...ObservationService.releaseLimit).map { _ in net.time.context.newID(ObservationID.self) }
            await #expect(throws: ObservationRequestRefusal.batchTooLarge(100)) {
                try await net.observations.release(all: many, describing: describe, by: stranger)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: a document is masked until somebody gives a reason, which the record keeps`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let begun = try await net.beginObservation()
            try await net.completePeriod(of: [begun.arrival])
            let serial = try await net.observations
                .release(begun.observation, describing: net.people.releaseDescription, by: doctor)
                .serial
            let masked = try await net.observations.releaseDocument(serial: serial, for: doctor)
            #expect(masked.isMasked)
            #expect(masked.person.name == "测**")
            #expect(masked.person.document?.contains("*") == true)
            await #expect(throws: ReleaseRefusal.reasonMissing) {
                try await net.observations.showReleaseDocument(serial: serial, reason: " x ", by: doctor)
            }
            let whole = try await net.observations.showReleaseDocument(serial: serial, reason: "为本人打印", by: doctor)
            #expect(!whole.isMasked)
            #expect(whole.person.name == "测试甲")
            #expect(whole.mode == masked.mode)
            let reasons: [String] = try await database.read { connection in
                try connection.rows("SELECT reason FROM audit_entry WHERE act = 'release.show'")
                    .map { try $0.column(0, as: String.self) }
            }
            #expect(reasons == ["为本人打印"])
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `R-PRIV-05: a neighbour finds no document, a policeman sees none whole`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let begun = try await net.beginObservation()
            let early = try await net.arrivals.arrival(behind: begun.arrival.link.text)
            let key = try #require(early.observation).key
            #expect(try await net.observations.releaseDocument(of: key) == nil)
            try await net.completePeriod(of: [begun.arrival])
            let serial = try await net.observations
                .release(begun.observation, describing: net.people.releaseDescription, by: doctor)
                .serial
            #expect(try await net.observations.releaseDocument(of: key)?.person.name == "测**")
            let stranger = try await net.staff(.communityDoctor, at: Net.stranger)
            await #expect(throws: ObservationRequestRefusal.unknownSerial) {
                try await net.observations.releaseDocument(serial: serial, for: stranger)
            }
            await #expect(throws: ObservationRequestRefusal.unknownSerial) {
                try await net.observations.showReleaseDocument(serial: serial, reason: "为本人打印", by: stranger)
            }
            let police = try await net.staff(.communityPolice)
            _ = try await net.observations.releaseDocument(serial: serial, for: police)
            await #expect(throws: AccessRefusal.notPermitted(.showPersons)) {
                try await net.observations.showReleaseDocument(serial: serial, reason: "看看", by: police)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `I-5: a release is prepared on the last day and possible from midnight`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let begun = try await net.beginObservation()
            #expect(try await net.observations.releasesAhead(under: nil, for: doctor).candidates.isEmpty)
            net.time.move(to: "2020-02-24T12:00:00+08:00")
            try await net.report("38.0", behind: begun.arrival)
            let feverish = try await net.observations.releasesAhead(under: nil, for: doctor)
            #expect(feverish.candidates.map(\.obstacle) == [.feverUnanswered])
            _ = try await net.observations.noteFever(of: begun.observation, .cleared, saying: "复测正常", by: doctor)
            let missing = try await net.observations.releasesAhead(under: Net.committee, for: doctor)
            let obstacle = try #require(missing.candidates.first?.obstacle)
            #expect(obstacle.code == "observation.daysMissing")
            let more = try await net.observations.releasesAhead(under: nil, limit: 0, for: doctor)
            #expect(more.candidates.isEmpty && more.hasMore)
            let stranger = try await net.staff(.communityDoctor, at: Net.stranger)
            #expect(try await net.observations.releasesAhead(under: nil, for: stranger).candidates.isEmpty)
            await #expect(throws: AccessRefusal.notPermitted(.release)) {
                try await net.observations.releasesAhead(under: nil, for: net.staff(.communityWorker))
            }
        }
    }
}
