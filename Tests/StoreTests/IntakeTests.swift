import FanghuTesting
import Store
import Synchronization
import Testing

/// Group commit on both engines.
struct IntakeTests {
    private typealias Things = Intake<Int, Int, Int>

    private struct Bad: Error, Equatable {
        let fact: Int
    }

    /// Stores each fact as a thing and answers it tenfold; 13 throws, 14 fails alone, a repeat is the engine's fault.
    private func intake(
        _ database: Database,
        capacity: Int = 10_000,
        batchLimit: Int = 100,
        lanes: Int = 1,
        log: TransactionLog = TransactionLog()
    ) -> Things {
        Things(
            database: database,
            capacity: capacity,
            batchLimit: batchLimit,
            lanes: lanes,
            process: { connection, facts in
                if facts.contains(13) { throw Bad(fact: 13) }
                let good = facts.filter { $0 != 14 }
                if !good.isEmpty {
                    try connection.execute(
                        "INSERT INTO thing (id, n) VALUES \(rows: good.map { [$0.sqlValue, 0.sqlValue] })"
                    )
                }
                return (facts.map { $0 == 14 ? .failure(Bad(fact: $0)) : .success($0 * 10) }, facts.count)
            },
            committed: { log.append($0) }
        )
    }

    @Test(arguments: Engine.available)
    func `facts that arrive together share transactions`(engine: Engine) async throws {
        let log = TransactionLog()
        try await withThings(engine) { database in
            let intake = intake(database, log: log)
            try await withThrowingTaskGroup { group in
                for fact in 100..<1100 {
                    group.addTask {
                        let answer = try await intake.submit(fact)
                        #expect(answer == fact * 10)
                    }
                }
                try await group.waitForAll()
            }
            let stored = try await things(database)
            #expect(stored == Array(100..<1100))
            #expect(log.facts == 1000)
            #expect(log.transactions < 500)
            #expect(log.largest <= 100)
        }
    }

    @Test(arguments: Engine.available)
    func `an answer comes only after the commit`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, lanes: engine == .sqlite ? 1 : 3)
            try await withThrowingTaskGroup { group in
                for fact in 100..<160 {
                    group.addTask {
                        _ = try await intake.submit(fact)
                        let count = try await database.read { connection in
                            try connection.value("SELECT COUNT(*) FROM thing WHERE id = \(fact)", as: Int.self)
                        }
                        #expect(count == 1)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a bad fact fails alone`(engine: Engine) async throws {
        try await withThings(engine) { database in
            try await database.write { try $0.execute("INSERT INTO thing (id, n) VALUES (50, 1)") }
            let intake = intake(database)
            let results = await withTaskGroup { group in
                for fact in 0..<100 {
                    group.addTask { await (fact, Result { try await intake.submit(fact) }) }
                }
                return await group.reduce(into: [Int: Result<Int, any Error>]()) { $0[$1.0] = $1.1 }
            }
            for (fact, result) in results {
                switch fact {
                case 13, 14: #expect(throws: Bad(fact: fact)) { try result.get() }
                case 50: #expect(throws: StoreFault.uniqueViolation(table: "thing")) { try result.get() }
                default:
                    let answer = try result.get()
                    #expect(answer == fact * 10)
                }
            }
            let stored = try await things(database)
            #expect(stored == (0..<100).filter { ![13, 14].contains($0) })
        }
    }

    @Test(arguments: Engine.available)
    func `a submission of several stays together`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, batchLimit: 4)
            let bad = Task { try await intake.submit(contentsOf: [1, 2, 13]) }
            let good = Task { try await intake.submit(contentsOf: [3, 14, 4, 5, 6, 7]) }
            await #expect(throws: Bad(fact: 13)) { try await bad.value }
            let answers = try await good.value.map { try? $0.get() }
            #expect(answers == [30, nil, 40, 50, 60, 70])
            let stored = try await things(database)
            #expect(stored == [3, 4, 5, 6, 7])
            let none = try await intake.submit(contentsOf: [])
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.available)
    func `beyond its capacity the intake refuses, and stores what it accepted`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, capacity: 20, batchLimit: 5)
            let results = await withTaskGroup { group in
                for fact in 100..<400 {
                    group.addTask { await (fact, Result { try await intake.submit(fact) }) }
                }
                return await group.reduce(into: [Int: Result<Int, any Error>]()) { $0[$1.0] = $1.1 }
            }
            var accepted: [Int] = []
            for (fact, result) in results {
                switch result {
                case .success: accepted.append(fact)
                case .failure(let error): #expect(error is IntakeFull)
                }
            }
            let stored = try await things(database)
            #expect(stored == accepted.sorted())
            #expect(accepted.count >= 20)
            await #expect(throws: IntakeFull()) { try await intake.submit(contentsOf: Array(1000..<1021)) }
            let depth = await intake.depth
            #expect(depth == 0)
            let all = try await intake.submit(contentsOf: Array(1000..<1020))
            #expect(all.count == 20)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever has an answer finds room again`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, capacity: 1)
            for fact in 100..<150 { _ = try await intake.submit(fact) }
            let stored = try await things(database)
            #expect(stored.count == 50)
        }
    }

    @Test(arguments: Engine.available)
    func `closing waits for everything that was accepted`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, batchLimit: 3)
            let tasks = (100..<200).map { fact in Task { try await intake.submit(fact) } }
            while await intake.depth == 0 { await Task.yield() }
            await intake.close()
            let depth = await intake.depth
            #expect(depth == 0)
            var accepted: [Int] = []
            for (fact, task) in zip(100..<200, tasks) {
                if case .success = await task.result { accepted.append(fact) }
            }
            let stored = try await things(database)
            #expect(stored == accepted)
            await #expect(throws: StoreFault.closed) { try await intake.submit(1) }
        }
    }

    @Test(arguments: Engine.available)
    func `a cancelled task costs nobody else's fact`(engine: Engine) async throws {
        try await withThings(engine) { database in
            let intake = intake(database, batchLimit: 5)
            let tasks = (100..<200).map { fact in Task { try await intake.submit(fact) } }
            for (index, task) in tasks.enumerated() where index % 3 == 0 { task.cancel() }
            var answered: Set<Int> = []
            for (index, task) in tasks.enumerated() {
                switch await task.result {
                case .success: answered.insert(100 + index)
                case .failure(let error):
                    #expect(error is CancellationError)
                    #expect(index % 3 == 0)
                }
            }
            let stored = try await things(database)
            #expect(Set(stored) == answered)
        }
    }

    private func things(_ database: Database) async throws -> [Int] {
        try await database.read { connection in
            try connection.rows("SELECT id FROM thing ORDER BY id").map { row in try row.column(0, as: Int.self) }
        }
    }
}

/// The transactions of an intake, by how many facts they held.
private final class TransactionLog: Sendable {
    private let counts = Mutex<[Int]>([])

    func append(_ count: Int) { counts.withLock { $0.append(count) } }
    var transactions: Int { counts.withLock(\.count) }
    var facts: Int { counts.withLock { $0.reduce(0, +) } }
    var largest: Int { counts.withLock { $0.max() ?? 0 } }
}

extension Result where Failure == any Error {
    /// What an asynchronous closure returned or threw.
    fileprivate init(_ body: () async throws -> Success) async {
        do {
            self = try await .success(body())
        } catch {
            self = .failure(error)
        }
    }
}
