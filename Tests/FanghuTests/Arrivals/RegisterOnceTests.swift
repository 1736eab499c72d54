import Fanghu
import FanghuTesting
import Store
import Testing

/// One form, sent as often as a bad line makes people send it.
struct RegisterOnceTests {
    @Test(arguments: Engine.available)
    func `a form that arrives many times at the same moment is one registration`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database)
            let id = net.time.context.newID(ArrivalID.self)
            let receipts = try await withThrowingTaskGroup(of: ArrivalReceipt.self) { group in
                for _ in 0..<12 {
                    group.addTask {
                        try await net.arrivals.register(
                            .sample(),
                            id: id,
                            in: Net.committee,
                            source: .ownForm,
                            by: .visitor
                        )
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(receipts.map(\.link)).count == 1)
            #expect(receipts.count { !$0.isRepeat } == 1)
            let worker = try await net.staff(.communityWorker)
            #expect(try await net.arrivals.list(under: nil, onlyAwaiting: false, for: worker).rows.count == 1)
            let report = try await VerificationService(database: database).verify()
            #expect(report.differences == [] && report.violations == [])
        }
    }
}
