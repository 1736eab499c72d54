import Fanghu

/// A registration (F-01) as a program sends it.
struct RegistrationBody: StrictDraft {
    let id: ArrivalID
    let committee: DivisionID
    let draft: Registration.Draft

    /// The fields of F-01 beside the two of our own.
    struct CodingKeys: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        static let id = CodingKeys(known: "id")
        static let committee = CodingKeys(known: "committee")

        private static let names: Set<String> = [
            "id", "committee", "filledBy", "relation", "name", "sex", "documentKind", "documentNumber",
            "documentIssuer", "documentPending", "nationality", "phone", "registeredDivision", "dwelling",
            "addressText", "tenure", "landlordName", "landlordPhone", "employer", "itinerary", "declaredKeyArea",
            "departedOn", "arrivedOn", "transport", "transportNumber", "seat", "ticketKept", "companions",
            "coResidents", "contacts", "temperature", "symptoms", "careNeeds", "declaration", "noticeVersion",
        ]

        init?(stringValue: String) {
            guard CodingKeys.names.contains(stringValue) else { return nil }
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }

        private init(known: String) {
            stringValue = known
        }
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(ArrivalID.self, forKey: .id)
        committee = try container.decode(DivisionID.self, forKey: .committee)
        draft = try Registration.Draft(from: decoder)
    }
}

/// What whoever registers is told.
struct RegistrationAnswer: Encodable {
    struct Reason: Encodable {
        let code: String
        let text: String
    }

    let id: ArrivalID
    let committee: DivisionID
    let state: String
    let version: ProtocolID
    let riskClass: String
    let disposition: Disposition
    let checkCode: CheckCode
    let reasons: [Reason]
    /// The private page of this registration.
    let link: String

    enum CodingKeys: String, CodingKey {
        case id
        case committee
        case state
        case version = "protocol"
        case riskClass
        case disposition
        case checkCode
        case reasons
        case link
    }

    init(_ receipt: ArrivalReceipt, link: String, in language: Language) {
        id = receipt.key.id
        committee = receipt.key.committee
        state = receipt.state.name
        version = receipt.classification.version
        riskClass = receipt.classification.riskClass
        disposition = receipt.classification.disposition
        checkCode = receipt.classification.checkCode
        reasons = receipt.classification.reasons.map { Reason(code: $0.code, text: $0.words(in: language)) }
        self.link = link
    }
}
