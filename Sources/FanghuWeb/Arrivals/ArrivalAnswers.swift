import Fanghu

/// Which registrations a list shows.
enum ArrivalPart: String, AddressValue {
    case all
    case awaiting

    var addressText: String { rawValue }
    init?(addressText: String) { self.init(rawValue: addressText) }
}

/// A registration in the API: where it stands, never who it is about.
struct ArrivalAnswer: Encodable {
    let id: ArrivalID
    let committee: DivisionID
    let person: PersonID
    let state: String
    let arrivedOn: CivilDate
    let receivedAt: Instant
    let version: ProtocolID
    let checkCode: String

    init(_ row: ArrivalRow) {
        id = row.key.id
        committee = row.key.committee
        person = row.person.id
        state = row.state.name
        arrivedOn = row.arrivedOn
        receivedAt = row.receivedAt
        version = row.version
        checkCode = row.checkCode
    }

    enum CodingKeys: String, CodingKey {
        case id
        case committee
        case person
        case state
        case arrivedOn
        case receivedAt
        case version = "protocol"
        case checkCode
    }
}

/// A page of registrations.
struct ArrivalListAnswer: Encodable {
    let items: [ArrivalAnswer]
    /// The key of the next page; absent on the last one.
    let next: String?

    init(_ listing: ArrivalsService.Listing) {
        items = listing.rows.map(ArrivalAnswer.init)
        next = listing.next?.text
    }
}

/// A doctor's decision on a fever that a registration told of (I-7).
struct DoctorNoteBody: StrictDraft {
    let decision: DoctorNote
    let note: String?

    enum CodingKeys: String, CodingKey {
        case decision
        case note
    }
}

extension ArrivalKey: AddressValue {
    var addressText: String { text }
    init?(addressText: String) { self.init(addressText) }
}
