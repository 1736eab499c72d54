import Fanghu

/// A day record as a program sends it; `observation` is in the body of a batch and in the address otherwise.
struct DayRecordBody: StrictDraft {
    let id: DayRecordID
    let observation: ObservationID?
    let source: RecordSource?
    let draft: DayRecord.Draft

    enum CodingKeys: String, CodingKey {
        case id
        case observation
        case source
        case takenAt
        case temperature
        case secondReading
        case site
        case symptoms
        case atHome
        case confirmedBy
        case needs
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(DayRecordID.self, forKey: .id)
        observation = try container.decodeIfPresent(ObservationID.self, forKey: .observation)
        source = try container.decodeIfPresent(RecordSource.self, forKey: .source)
        draft = try DayRecord.Draft(from: decoder)
    }

    func request(for observation: ObservationID) -> DayRecordRequest {
        DayRecordRequest(id: id, observation: observation, draft: draft, source: source ?? .worker)
    }
}

/// Up to 500 day records in one call.
struct DayRecordBatchBody: StrictDraft {
    let records: [Attempt<DayRecordBody>]

    enum CodingKeys: String, CodingKey {
        case records
    }
}

/// What the sender of one day record is told.
struct DayRecordAnswer: Encodable {
    let id: DayRecordID
    let observation: ObservationID
    let committee: DivisionID
    let day: CivilDate
    let slot: String
    let late: Bool
    let receivedAt: Instant

    init(_ receipt: DayRecordReceipt) {
        id = receipt.id
        observation = receipt.observation.id
        committee = receipt.observation.committee
        day = receipt.slot.day
        slot = receipt.slot.slot.text
        late = receipt.isLate
        receivedAt = receipt.receivedAt
    }
}

/// What the sender of a batch is told of each record, in the order sent.
struct DayRecordResult: Encodable {
    enum Status: String, Encodable {
        case stored
        case duplicate
        case refused
    }

    let id: DayRecordID?
    let status: Status
    let record: DayRecordAnswer?
    let problem: ProblemDocument?
}
