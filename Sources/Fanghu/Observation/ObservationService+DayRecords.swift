package import Store

/// A day record as it comes in: from the observed person, a worker, a robot call or a device.
package struct DayRecordRequest: Sendable {
    /// Made by the client, so that a repeat is harmless.
    package let id: DayRecordID
    package let observation: ObservationID
    package let draft: DayRecord.Draft
    package let source: RecordSource

    package init(id: DayRecordID, observation: ObservationID, draft: DayRecord.Draft, source: RecordSource) {
        self.id = id
        self.observation = observation
        self.draft = draft
        self.source = source
    }
}

/// The intake of day records: concurrent reports share transactions.
package typealias DayRecordIntake = Intake<DayRecordFact, DayRecordReceipt, [CounterDelta]>

extension ObservationService {
    /// The most records that one call may bring.
    package static let batchLimit = 500

    /// The intake through which all day records go.
    package func makeIntake(capacity: Int = 20000) -> DayRecordIntake {
        DayRecordIntake(
            database: database,
            capacity: capacity,
            batchLimit: ObservationService.batchLimit,
            lanes: database.engine == .sqlite ? 1 : 3,
            process: { connection, facts in
                var batch = DayRecordBatch(service: self, facts: facts)
                return try batch.run(on: connection)
            },
            committed: announce
        )
    }

    /// Records one day record and says, once it is on disk, what became of it.
    package func record(
        _ request: DayRecordRequest,
        by actor: Actor,
        through intake: DayRecordIntake
    ) async throws -> DayRecordReceipt {
        try await intake.submit(fact(request, by: actor))
    }

    /// Records a batch, each record for itself: one that is refused does not stop its neighbours.
    package func record(
        contentsOf requests: [DayRecordRequest],
        by actor: Actor,
        through intake: DayRecordIntake
    ) async throws -> [Result<DayRecordReceipt, any Error>] {
        guard requests.count <= ObservationService.batchLimit else {
            throw ObservationRequestRefusal.batchTooLarge(ObservationService.batchLimit)
        }
        return try await intake.submit(contentsOf: requests.map { fact($0, by: actor) })
    }

    private func fact(_ request: DayRecordRequest, by actor: Actor) -> DayRecordFact {
        DayRecordFact(
            request: request,
            actor: actor,
            receivedAt: context.now,
            digest: Array(vault.hash(request.canonicalText, of: .secret).prefix(16))
        )
    }

    /// Who may record for an observation: staff of the place, or whoever holds its private link.
    func authority(
        of actor: Actor,
        toRecordFor key: ObservationKey,
        at instant: Instant
    ) throws -> Authority {
        if case .observee(let observee) = actor {
            guard observee.observation == key.id, observee.committee == key.committee else {
                throw ObservationRequestRefusal.unknownObservation
            }
            return Authority(account: nil, actorKind: actor.kind, role: nil, instant: instant)
        }
        do {
            return try policy.check(actor, .recordDays, at: key.committee, on: instant)
        } catch .outsideTerritory {
            // An id of another territory tells no more than one that does not exist.
            throw ObservationRequestRefusal.unknownObservation
        }
    }
}

extension DayRecordRequest {
    /// The whole report as text: two reports are the same exactly if their texts are.
    fileprivate var canonicalText: String {
        let parts: [String?] = [
            observation.text, draft.takenAt.map { String($0.microseconds) }, draft.temperature, draft.secondReading,
            draft.site?.rawValue, draft.symptoms.map { $0.map(\.rawValue).sorted().joined(separator: "+") },
            draft.atHome.map { $0 ? "1" : "0" }, draft.confirmedBy?.rawValue,
            draft.needs.map { $0.map(\.rawValue).sorted().joined(separator: "+") }, source.rawValue,
        ]
        return parts.map { $0.map { "=\($0)" } ?? "" }.joined(separator: "\u{1F}")
    }
}
