/// Too much at once: the queue is full, nothing was stored, come back.
package struct IntakeFull: Error, Sendable {
    package init() {}
}

/// Group commit: facts that arrive at the same time share one transaction, and each is answered after its commit.
package actor Intake<Fact: Sendable, Answer: Sendable, Effect: Sendable> {
    package typealias Process =
        @Sendable (any Connection, [Fact]) throws -> (answers: [Result<Answer, any Error>], effect: Effect)

    private struct Request {
        let facts: [Fact]
        let continuation: CheckedContinuation<[Result<Answer, any Error>], any Error>
    }

    private let database: Database
    private let capacity: Int
    private let batchLimit: Int
    private let lanes: Int
    private let process: Process
    private let committed: @Sendable (Effect) -> Void
    private var queue: [Request] = []
    private var waiting = 0
    private var running = 0

    package init(
        database: Database,
        capacity: Int,
        batchLimit: Int,
        lanes: Int,
        process: @escaping Process,
        committed: @escaping @Sendable (Effect) -> Void
    ) {
        self.database = database
        self.capacity = capacity
        self.batchLimit = batchLimit
        self.lanes = lanes
        self.process = process
        self.committed = committed
    }

    package var depth: Int { waiting }

    package func submit(_ fact: Fact) async throws -> Answer {
        guard let answer = try await submit(contentsOf: [fact]).first else { throw IntakeFull() }
        return try answer.get()
    }

    package func submit(contentsOf facts: [Fact]) async throws -> [Result<Answer, any Error>] {
        guard !facts.isEmpty else { return [] }
        guard waiting + facts.count <= capacity else { throw IntakeFull() }
        waiting += facts.count
        return try await withCheckedThrowingContinuation { continuation in
            queue.append(Request(facts: facts, continuation: continuation))
            if running < lanes {
                running += 1
                Task { await drain() }
            }
        }
    }

    private func drain() async {
        while !queue.isEmpty {
            var batch: [Request] = []
            var count = 0
            while let next = queue.first, batch.isEmpty || count + next.facts.count <= batchLimit {
                batch.append(queue.removeFirst())
                count += next.facts.count
            }
            await run(batch)
            waiting -= count
        }
        running -= 1
    }

    private func run(_ batch: [Request]) async {
        let facts = batch.flatMap(\.facts)
        let process = process
        do {
            let outcome = try await database.write { connection in try process(connection, facts) }
            committed(outcome.effect)
            var start = 0
            for request in batch {
                let end = start + request.facts.count
                request.continuation.resume(returning: Array(outcome.answers[start..<end]))
                start = end
            }
        } catch {
            guard batch.count > 1 else {
                batch[0].continuation.resume(throwing: error)
                return
            }
            for request in batch { await run([request]) }
        }
    }
}
