/// Lets concurrent facts share transactions: group commit.
///
/// While a transaction is under way, whatever arrives waits and goes together into the next one, so that a disk's few
/// hundred syncs a second carry thousands of facts. A request is answered only after its COMMIT. When a shared
/// transaction fails, its halves run again, down to single requests: one bad fact never fails its neighbours.
package actor Intake<Fact: Sendable, Answer: Sendable, Effect: Sendable> {
    /// What a transaction comes to: an answer for each fact, in their order, and what others are told after the COMMIT.
    package typealias Outcome = (answers: [Result<Answer, any Error>], effect: Effect)
    typealias Waiting = CheckedContinuation<[Result<Answer, any Error>], any Error>

    /// The facts of one submission, which stay together.
    struct Request {
        let facts: [Fact]
        let waiting: Waiting
    }

    private let database: Database
    private let capacity: Int
    private let batchLimit: Int
    private let lanes: Int
    private let process: @Sendable (any Connection, [Fact]) throws -> Outcome
    private let committed: @Sendable (Effect) -> Void

    private var line = WaitingLine<Request>()
    private var factsInLine = 0
    /// Facts that were accepted and are not answered yet.
    private var load = 0
    private var busyLanes = 0
    private var isClosed = false
    private var closing: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - capacity: how many facts may be unanswered at once; beyond it a submission is refused with `IntakeFull`.
    ///   - batchLimit: how many facts a transaction takes; a larger submission has one of its own.
    ///   - lanes: how many transactions may be under way: 1 on SQLite, which has one writer. On PostgreSQL a few; a
    ///     further lane opens only for a full transaction.
    ///   - process: runs in the transaction, perhaps more than once; it changes nothing but the database. An answer of
    ///     `.failure` fails its fact alone and stores what the others wrote; a thrown error rolls all of them back.
    ///   - committed: told of each transaction after its COMMIT, before the answers.
    package init(
        database: Database,
        capacity: Int,
        batchLimit: Int,
        lanes: Int = 1,
        process: @escaping @Sendable (any Connection, [Fact]) throws -> Outcome,
        committed: @escaping @Sendable (Effect) -> Void
    ) {
        self.database = database
        self.capacity = capacity
        self.batchLimit = max(1, batchLimit)
        self.lanes = max(1, lanes)
        self.process = process
        self.committed = committed
    }

    /// How many facts wait for their answer.
    package var depth: Int { load }

    /// Stores a fact and answers after the COMMIT.
    package func submit(_ fact: Fact) async throws -> Answer {
        try await submit(contentsOf: [fact])[0].get()
    }

    /// Stores facts together, in one transaction, and answers each of them after the COMMIT.
    ///
    /// Once accepted they run to their end, also when the waiting task is cancelled.
    package func submit(contentsOf facts: [Fact]) async throws -> [Result<Answer, any Error>] {
        if facts.isEmpty { return [] }
        try Task.checkCancellation()
        guard !isClosed else { throw StoreFault.closed }
        guard load + facts.count <= capacity else { throw IntakeFull() }
        load += facts.count
        return try await withCheckedThrowingContinuation { waiting in
            line.append(Request(facts: facts, waiting: waiting))
            factsInLine += facts.count
            guard busyLanes < lanes, needsLane(besides: busyLanes) else { return }
            busyLanes += 1
            Task { await self.drain() }
        }
    }

    /// Takes nothing new and returns when everything accepted is answered.
    package func close() async {
        isClosed = true
        if busyLanes == 0 { return }
        await withCheckedContinuation { closing.append($0) }
    }

    /// One lane at work: transaction after transaction until nobody waits.
    private func drain() async {
        while needsLane(besides: busyLanes - 1) {
            let requests = nextRequests()
            let answers = await Self.run(requests[...], database: database, process: process, committed: committed)
            // Before the answers: whoever has one may submit again at once, and must find room.
            for request in requests { load -= request.facts.count }
            for (request, answer) in zip(requests, answers) { request.waiting.resume(with: answer) }
        }
        busyLanes -= 1
        guard busyLanes == 0 else { return }
        for waiting in closing { waiting.resume() }
        closing = []
    }

    /// A second lane is for full transactions only: split small ones cost twice the syncs and meet on the counters.
    private func needsLane(besides others: Int) -> Bool {
        others == 0 ? !line.isEmpty : factsInLine >= batchLimit
    }

    /// The requests of the next transaction, as many as the limit lets together.
    private func nextRequests() -> [Request] {
        var requests: [Request] = []
        var count = 0
        while let next = line.first, requests.isEmpty || count + next.facts.count <= batchLimit {
            _ = line.popFirst()
            requests.append(next)
            count += next.facts.count
        }
        factsInLine -= count
        return requests
    }

    /// Runs requests in one transaction; when it fails, each half of them again, down to the one that is to blame.
    ///
    /// Not on the actor, which stays free to accept what arrives meanwhile.
    @concurrent
    private static func run(
        _ requests: ArraySlice<Request>,
        database: Database,
        process: @escaping @Sendable (any Connection, [Fact]) throws -> Outcome,
        committed: @escaping @Sendable (Effect) -> Void
    ) async -> [Result<[Result<Answer, any Error>], any Error>] {
        let facts = requests.flatMap(\.facts)
        do {
            let outcome = try await database.write { connection in
                let outcome = try process(connection, facts)
                guard outcome.answers.count == facts.count else { throw IntakeFault.answersMissing }
                return outcome
            }
            committed(outcome.effect)
            var answers = outcome.answers[...]
            return requests.map { request in
                defer { answers = answers.dropFirst(request.facts.count) }
                return .success(Array(answers.prefix(request.facts.count)))
            }
        } catch {
            let isGeneral = (error as? StoreFault)?.isGeneral == true
            guard requests.count > 1, !isGeneral else { return requests.map { _ in .failure(error) } }
            let half = requests.startIndex + requests.count / 2
            let first = await run(requests[..<half], database: database, process: process, committed: committed)
            return await first + run(requests[half...], database: database, process: process, committed: committed)
        }
    }
}

/// Too many facts wait already; come back in a moment.
///
/// Nothing of the refused submission was stored.
package struct IntakeFull: Error, Hashable {
    package init() {}
}

/// A mistake in the program around an intake.
package enum IntakeFault: Error, Hashable {
    /// `process` has to answer every fact.
    case answersMissing
}
