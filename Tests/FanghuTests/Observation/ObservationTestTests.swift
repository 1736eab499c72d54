import Fanghu
import FanghuTesting
import Store
import Testing

/// Tests for the virus: what a version asks for is counted from what was recorded.
struct ObservationTestTests {
    /// Two days at home, a test on each and two on the last.
    static let book = ProtocolBook.sample([
        .sample(
            segments: [Segment(mode: .home, days: 2, startsFrom: .arrival, testDays: [1, 2, 2])],
            release: [.negativeTests]
        )
    ])

    @Test(arguments: Engine.available)
    func `I-5: a release waits for every negative test that the version asks for`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let id = try await net.beginObservation().observation
            net.time.move(to: "2020-02-13T08:00:00+08:00")
            try await net.observations.completePeriods()
            for (missing, test) in [(3, (11, 1)), (2, (12, 1)), (1, (12, 2))] {
                await #expect(throws: ObservationRefusal.testsMissing(missing)) {
                    try await net.observations.release(id, describing: ObservationFlowTests.describe(net), by: doctor)
                }
                let day = CivilDate(yyyymmdd: 20_200_200 + test.0)!
                try await net.observations.recordTest(of: id, sampledOn: day, sample: test.1, .negative, by: doctor)
                try await net.observations.recordTest(of: id, sampledOn: day, sample: test.1, .negative, by: doctor)
            }
            _ = try await net.observations.release(id, describing: ObservationFlowTests.describe(net), by: doctor)
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `a positive test sends the person to hospital in the same act`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let id = try await net.beginObservation().observation
            net.time.move(to: "2020-02-11T08:00:00+08:00")
            try await net.observations.recordTest(of: id, sampledOn: net.time.now.day, .positive, by: doctor)
            let row = try await net.observations.observation(id, for: doctor)
            #expect(row.state == .transferred(.hospital))
            await #expect(throws: ObservationRefusal.ended) {
                try await net.observations.recordTest(
                    of: id,
                    sampledOn: net.time.now.day,
                    sample: 2,
                    .negative,
                    by: doctor
                )
            }
            let course = try await net.observations.course(of: row, for: doctor)
            #expect(course.tests == [TestRecord(sampledOn: net.time.now.day, sample: 1, result: .positive)])
            try await ObservationFlowTests.verify(net)
        }
    }

    @Test(arguments: Engine.available)
    func `tests of another day, another result and by others are refused`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let stranger = try await net.staff(.communityDoctor, at: Net.stranger)
            let id = try await net.beginObservation().observation
            let today = net.time.now.day
            for day in [today.adding(days: 1), today.adding(days: -9)] {
                await #expect(throws: ObservationRequestRefusal.testDayWrong) {
                    try await net.observations.recordTest(of: id, sampledOn: day, .negative, by: doctor)
                }
            }
            try await net.observations.recordTest(of: id, sampledOn: today, .negative, by: doctor)
            await #expect(throws: ObservationRequestRefusal.testTakenAlready) {
                try await net.observations.recordTest(of: id, sampledOn: today, .positive, by: doctor)
            }
            await #expect(throws: AccessRefusal.notPermitted(.answerFevers)) {
                try await net.observations.recordTest(of: id, sampledOn: today, .negative, by: worker)
            }
            await #expect(throws: ObservationRequestRefusal.unknownObservation) {
                try await net.observations.recordTest(of: id, sampledOn: today, .negative, by: stranger)
            }
        }
    }
}
