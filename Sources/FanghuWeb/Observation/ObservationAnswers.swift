import Fanghu

/// An observation in the API: where it stands and from when to when, never who it is about.
struct ObservationAnswer: Encodable {
    let id: ObservationID
    let committee: DivisionID
    let person: PersonID
    let state: String
    let feverish: Bool
    let breached: Bool
    let mode: ObservationMode
    let version: ProtocolID
    let riskClass: String
    let firstDay: CivilDate
    let lastDay: CivilDate
    let activeFrom: Instant?
    let endedAt: Instant?

    init(_ row: ObservationRow) {
        id = row.key.id
        committee = row.key.committee
        person = row.person
        state = row.state.name
        feverish = row.state.conditions.isFeverish
        breached = row.state.conditions.isBreached
        mode = row.mode
        version = row.version
        riskClass = row.riskClass
        firstDay = row.firstDay
        lastDay = row.lastDay
        activeFrom = row.activeFrom
        endedAt = row.endedAt
    }

    enum CodingKeys: String, CodingKey {
        case id
        case committee
        case person
        case state
        case feverish
        case breached
        case mode
        case version = "protocol"
        case riskClass
        case firstDay
        case lastDay
        case activeFrom
        case endedAt
    }
}

/// A page of observations.
struct ObservationListAnswer: Encodable {
    let items: [ObservationAnswer]
    /// The key of the next page; absent on the last one.
    let next: String?
    /// How many there are in all.
    let matched: Int

    init(_ listing: ObservationService.Listing) {
        items = listing.rows.map(ObservationAnswer.init)
        next = listing.next?.text
        matched = listing.matched
    }
}

/// A release document in the API.
struct ReleaseAnswer: Encodable {
    let serial: String
    let observation: ObservationID
    let issuedAt: Instant
    let firstDay: CivilDate
    let lastDay: CivilDate
    let recordsDue: Int
    let recordsComplete: Int

    init(_ note: ReleaseNote) {
        serial = note.serial
        observation = note.observation.id
        issuedAt = note.issuedAt
        firstDay = note.firstDay
        lastDay = note.lastDay
        recordsDue = note.tally.due
        recordsComplete = note.tally.recorded + note.tally.explained
    }
}

/// A batch on its way: which of its records are asked for, and which cannot even be read.
struct DayRecordBatchAnswer {
    private enum Item {
        case asked(DayRecordID)
        case unreadable(DayRecordResult)
    }

    private let items: [Item]
    let requests: [DayRecordRequest]
    private let context: FanghuRequestContext

    init(_ body: DayRecordBatchBody, in context: FanghuRequestContext) {
        var items: [Item] = []
        var requests: [DayRecordRequest] = []
        for attempt in body.records {
            switch attempt {
            case .draft(let draft):
                if let observation = draft.observation {
                    requests.append(draft.request(for: observation))
                    items.append(.asked(draft.id))
                } else {
                    let missing = EdgeRefusal.malformedField("observation")
                    items.append(.unreadable(Self.refused(draft.id, missing, context)))
                }
            case .fault(let fault): items.append(.unreadable(Self.refused(nil, fault, context)))
            }
        }
        self.items = items
        self.requests = requests
        self.context = context
    }

    struct Answer: Encodable {
        let results: [DayRecordResult]
    }

    /// The answers in the order in which the records were sent.
    func answered(_ answers: [Result<DayRecordReceipt, any Error>]) -> Answer {
        var remaining = answers[...]
        return Answer(
            results: items.map { item in
                switch item {
                case .unreadable(let result): return result
                case .asked(let id):
                    guard let answer = remaining.popFirst() else { return Self.refused(id, StoreRefusal.busy, context) }
                    switch answer {
                    case .success(let receipt):
                        return DayRecordResult(
                            id: id,
                            status: receipt.isRepeat ? .duplicate : .stored,
                            record: DayRecordAnswer(receipt),
                            problem: nil
                        )
                    case .failure(let error): return Self.refused(id, error, context)
                    }
                }
            }
        )
    }

    private static func refused(
        _ id: DayRecordID?,
        _ error: any Error,
        _ context: FanghuRequestContext
    ) -> DayRecordResult {
        DayRecordResult(
            id: id,
            status: .refused,
            record: nil,
            problem: ProblemDocument(Mishap(error), in: context.language, reference: context.reference)
        )
    }
}
