import Fanghu
import FanghuTesting
import Store
import Testing

/// The record of acts.
struct AuditTests {
    static let policy = Policy { _ in [] }

    static func sample(_ committee: Int64, _ act: String, at context: Context) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: DivisionID(rawValue: committee),
            authority: .system(job: "test", at: context.now),
            act: act,
            subject: "test:1",
            reason: "because",
            detail: nil
        )
    }

    static func fill(_ database: Database, _ context: Context) async throws {
        for round in 0..<4 {
            try await database.write { connection in
                let drafts = (0..<30).map { sample(310_105_002_001 + Int64($0 % 3), "act.\(round).\($0)", at: context) }
                try Audit.append(drafts, on: connection)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-03: an untouched record verifies`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let context = TestContext().context
            try await Self.fill(database, context)
            let service = AuditService(database: database, policy: Self.policy, context: context)
            let report = try await service.verify()
            #expect(report == AuditService.Report(chains: 3, entries: 120, faults: []))
        }
    }

    @Test(arguments: Engine.available)
    func `R-SEC-03: an altered, removed or cut-off entry is found`(engine: Engine) async throws {
        let attacks: [(SQL, AuditService.Report.Kind)] = [
            ("UPDATE audit_entry SET act = 'nothing' WHERE committee = 310105002001 AND sequence = 7", .altered),
            ("UPDATE audit_entry SET reason = NULL WHERE committee = 310105002001 AND sequence = 7", .altered),
            ("DELETE FROM audit_entry WHERE committee = 310105002001 AND sequence = 7", .gap),
            ("DELETE FROM audit_entry WHERE committee = 310105002001 AND sequence = 40", .head),
        ]
        for (attack, kind) in attacks {
            try await withDatabase(engine) { database in
                let context = TestContext().context
                try await Self.fill(database, context)
                try await database.write { connection in
                    let changed = try connection.execute(attack)
                    #expect(changed == 1)
                }
                let service = AuditService(database: database, policy: Self.policy, context: context)
                let faults = try await service.verify().faults
                #expect(faults.contains { $0.kind == kind && $0.committee.rawValue == 310_105_002_001 })
                #expect(faults.allSatisfy { $0.committee.rawValue == 310_105_002_001 })
            }
        }
    }

    @Test(arguments: Engine.available)
    func `Writers at the same time leave chains without gaps`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let context = TestContext().context
            try await withThrowingTaskGroup(of: Void.self) { group in
                for writer in 0..<20 {
                    group.addTask {
                        try await database.write { connection in
                            let drafts = (0..<5)
                                .map { Self.sample(310_105_002_001 + Int64($0), "w\(writer)", at: context) }
                            try Audit.append(drafts.shuffled(), on: connection)
                        }
                    }
                }
                try await group.waitForAll()
            }
            let service = AuditService(database: database, policy: Self.policy, context: context)
            #expect(try await service.verify() == AuditService.Report(chains: 5, entries: 100, faults: []))
        }
    }
}
