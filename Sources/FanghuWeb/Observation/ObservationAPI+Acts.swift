import Fanghu
import Hummingbird

// What the desk does with an observation, in the API; their addresses stand with the others.

extension ObservationAPI {
    @Sendable func course(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let row = try await service.observation(try context.value(of: "id", as: ObservationID.self), for: actor)
        return try .json(CourseAnswer(try await service.course(of: row, for: actor)))
    }

    @Sendable func act(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let visitor = try context.signedIn()
        let id = try context.value(of: "id", as: ObservationID.self)
        let name = try context.value(of: "act", as: String.self)
        guard let act = ObservationAct(rawValue: name), act.isInAPI else { throw EdgeRefusal.nothingHere }
        let body = try await request.decodeStrict(ObservationActBody.self, context: context)
        try await acts.carryOut(act, on: id, body.values(for: act), by: visitor)
        return try .json(ObservationAnswer(try await service.observation(id, for: visitor.actor)))
    }

    @Sendable func makeCommitmentCode(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let made = try await service.makeCommitmentCode(
            for: try context.value(of: "id", as: ObservationID.self),
            textVersion: acts.texts.text(.commitment, on: acts.context.now.day)?.version ?? "",
            reading: acts.people.signatory,
            by: try context.signedIn().actor
        )
        return try .json(CommitmentCodeAnswer(code: made.code, expiresAt: made.expiresAt), status: .created)
    }

    @Sendable func releaseAll(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let body = try await request.decodeStrict(ReleaseListBody.self, context: context)
        let results = try await service.release(
            all: body.observations,
            describing: acts.people.releaseDescription,
            by: actor
        )
        return try .json(ReleaseListAnswer(results, in: context))
    }
}

extension ObservationAct {
    /// A signature's photo, day records and a release have addresses of their own.
    var isInAPI: Bool { ![.commit, .record, .release].contains(self) }
}

/// What an act needs to know; each act reads its own fields, named as in the description of the API.
struct ObservationActBody: StrictDraft {
    let note: String?
    let obstacles: [HomeCheck.Obstacle]?
    let sampledOn: CivilDate?
    let secondSample: Bool?
    let result: TestResult?
    let exposedOn: CivilDate?
    let slot: DaySlotBody?
    let reason: Cancellation.Reason?
    let countedFrom: CivilDate?
    let wish: String?

    struct DaySlotBody: Decodable, Sendable {
        let day: CivilDate
        let slot: SlotName
    }

    enum CodingKeys: String, CodingKey {
        case note
        case obstacles
        case sampledOn
        case secondSample
        case result
        case exposedOn
        case slot
        case reason
        case countedFrom
        case wish
    }

    /// As the desk's form would have sent it, so that both go one way.
    func values(for act: ObservationAct) -> FormValues {
        let pairs: [(String, String?)] = [
            ("note-\(act.rawValue)", note),
            ("sampledOn", sampledOn?.iso),
            ("second", secondSample == true ? "yes" : nil),
            ("result", result?.rawValue),
            ("exposedOn", exposedOn?.iso),
            ("slot", slot.map { DaySlot(day: $0.day, slot: $0.slot).formText }),
            ("cancelReason", reason?.rawValue),
            ("countedFrom", countedFrom?.iso),
            ("wish", wish),
        ]
        let single = pairs.compactMap { name, value in value.map { (name, [$0]) } }
        return FormValues(
            lists: Dictionary(
                uniqueKeysWithValues: single + [
                    ("obstacles", (obstacles ?? []).map(\.rawValue))
                ]
            )
        )
    }
}

/// A code that a worker reads out.
struct CommitmentCodeAnswer: Encodable {
    let code: String
    let expiresAt: Instant
}

/// Observations to release in one act.
struct ReleaseListBody: StrictDraft {
    let observations: [ObservationID]

    enum CodingKeys: String, CodingKey {
        case observations
    }
}

/// What became of each.
struct ReleaseListAnswer: Encodable {
    struct Item: Encodable {
        let observation: ObservationID
        let release: ReleaseAnswer?
        let problem: ProblemDocument?
    }

    let results: [Item]

    init(_ results: [(id: ObservationID, result: ReleaseResult)], in context: FanghuRequestContext) {
        self.results = results.map { id, result in
            switch result {
            case .released(let note): Item(observation: id, release: ReleaseAnswer(note), problem: nil)
            case .refused(let refusal):
                Item(
                    observation: id,
                    release: nil,
                    problem: ProblemDocument(Mishap(refusal), in: context.language, reference: context.reference)
                )
            }
        }
    }
}

/// The course of an observation: what happened, what was measured, what was found.
struct CourseAnswer: Encodable {
    struct Event: Encodable {
        let at: Instant
        let kind: String
        let role: Role?
    }

    struct Record: Encodable {
        let day: CivilDate
        let slot: SlotName
        let takenAt: Instant
        let celsius: Temperature
        let isFever: Bool
        let symptoms: [Symptom]
        let source: RecordSource
    }

    struct Test: Encodable {
        let sampledOn: CivilDate
        let sample: Int
        let result: TestResult
    }

    let events: [Event]
    let dayRecords: [Record]
    let tests: [Test]

    init(_ course: ObservationCourse) {
        events = course.events.map { Event(at: $0.at, kind: $0.kind, role: $0.role) }
        dayRecords = course.records.map { record in
            Record(
                day: record.slot.day,
                slot: record.slot.slot,
                takenAt: record.takenAt,
                celsius: record.temperature,
                isFever: record.isFever,
                symptoms: record.symptoms.sorted { $0.rawValue < $1.rawValue },
                source: record.source
            )
        }
        tests = course.tests.map { Test(sampledOn: $0.sampledOn, sample: $0.sample, result: $0.result) }
    }
}
