package import Store

/// What a test for the virus found.
package enum TestResult: String, CaseIterable, Codable, Sendable {
    case negative
    case positive

    package var words: Words {
        switch self {
        case .negative: Words("阴性", "negative")
        case .positive: Words("阳性", "positive")
        }
    }
}

/// One test of an observed person; a second one of a day is another sample.
package struct TestRecord: Hashable, Sendable {
    package let sampledOn: CivilDate
    package let sample: Int
    package let result: TestResult

    package init(sampledOn: CivilDate, sample: Int, result: TestResult) {
        self.sampledOn = sampledOn
        self.sample = sample
        self.result = result
    }
}

extension ObservationService {
    /// Records a test; a positive one sends the person to hospital in the same act.
    ///
    /// The release counts the negative samples of the days on which the version asks for tests (DOMAIN §7). The same
    /// sample of a day told again with the same result changes nothing.
    package func recordTest(
        of id: ObservationID,
        sampledOn day: CivilDate,
        sample: Int = 1,
        _ result: TestResult,
        by actor: Actor
    ) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .answerFevers, at: now)
        guard day <= now.day, (1...9).contains(sample) else { throw ObservationRequestRefusal.testDayWrong }
        let deltas = try await database.write { connection -> [CounterDelta] in
            let statement = ObservationQueries.observation(id, in: scope)
            guard let row = try connection.first(statement, as: ObservationRow.self) else {
                throw ObservationRequestRefusal.unknownObservation
            }
            let authority = try policy.check(actor, .answerFevers, at: row.key.committee, on: now)
            guard row.state.stage != .ended else { throw ObservationRefusal.ended }
            guard day >= row.firstDay.adding(days: -1) else { throw ObservationRequestRefusal.testDayWrong }
            let record = TestRecord(sampledOn: day, sample: sample, result: result)
            guard try !connection.rows(TestQueries.insert(record, of: row.key, by: authority)).isEmpty else {
                let known: [TestRecord] = try connection.all(TestQueries.tests(of: row.key))
                guard known.contains(record) else { throw ObservationRequestRefusal.testTakenAlready }
                return []
            }
            let entry = AuditEntry.Draft(
                committee: row.key.committee,
                authority: authority,
                act: "observation.test",
                subject: "observation:\(row.key.id)"
            )
            try Audit.append([entry], on: connection)
            guard result == .positive else { return [] }
            let facts = try facts(about: row, at: now)
            return try write(
                [ObservationStep(.transferred(.hospital), to: row, given: facts, by: authority)],
                on: connection
            )
        }
        announce(deltas)
    }

    /// The tests of an observation, oldest first; reading them is part of reading its course.
    func tests(of key: ObservationKey, on connection: any Connection) throws -> [TestRecord] {
        try connection.all(TestQueries.tests(of: key))
    }
}

extension ObservationPeriod {
    /// How many of the tests that the version asks for are there, day by day; a second sample counts where two are due.
    func negativeTests(in records: [TestRecord]) -> Int {
        Set(testDays)
            .reduce(0) { sum, day in
                let due = testDays.count { $0 == day }
                return sum + min(due, records.count { $0.sampledOn == day && $0.result == .negative })
            }
    }
}

/// The statements of tests.
enum TestQueries {
    /// Nothing returned means that the sample of the day is there already.
    static func insert(_ record: TestRecord, of key: ObservationKey, by authority: Authority) -> SQL {
        """
        INSERT INTO observation_test (committee, observation, sampled_on, sample, result, recorded_at, account)
        VALUES (\(key.committee), \(key.id), \(record.sampledOn), \(record.sample), \(record.result.rawValue),
            \(authority.instant), \(authority.account))
        ON CONFLICT (committee, observation, sampled_on, sample) DO NOTHING RETURNING sample
        """
    }

    static func tests(of key: ObservationKey) -> SQL {
        """
        SELECT sampled_on, sample, result FROM observation_test
        WHERE committee = \(key.committee) AND observation = \(key.id) ORDER BY sampled_on, sample
        """
    }
}

extension TestRecord: RowDecodable {
    package init(row: Row) throws {
        guard let result = TestResult(rawValue: try row.column(2)) else {
            throw RowFault.wrongType(2, expected: "TestResult")
        }
        sampledOn = try row.column(0)
        sample = try row.column(1)
        self.result = result
    }
}
