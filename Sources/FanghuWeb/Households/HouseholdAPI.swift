import Fanghu
import Hummingbird

/// Answers the API's requests about households; the addresses stand with the pages'.
struct HouseholdAPI: Sendable {
    let service: HouseholdService

    func add(to routes: Routes) {
        routes.get(HouseholdAddress.api, use: list)
        routes.post(HouseholdAddress.api, use: record)
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let found = try await service.list(
            try request.query("part", as: HouseholdPart.self) ?? .all,
            under: try request.query("under", as: DivisionID.self),
            after: try request.query("after", as: DwellingKey.self) ?? .start,
            limit: try request.query("limit", as: Int.self) ?? 50,
            for: try visit.signedIn().actor
        )
        return try .json(
            HouseholdListAnswer(items: found.lines.map(HouseholdAnswer.init), next: found.next?.addressText)
        )
    }

    @Sendable func record(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let body = try await request.decodeStrict(HouseholdBatchBody.self, context: visit)
        let changes = try body.changes.map { try $0.change }
        let results = try await service.record(contentsOf: changes, by: actor)
        return try .json(
            HouseholdBatchAnswer(
                results: zip(changes, results).map { HouseholdBatchAnswer.Item($0.id, $1, in: visit) }
            )
        )
    }
}

/// A dwelling in a list.
struct HouseholdAnswer: Encodable {
    let dwelling: PlaceID
    let committee: DivisionID
    let address: String
    /// Absent where nothing is known.
    let presence: Presence.Kind?
    let expectedReturn: CivilDate?
    let recheckOn: CivilDate?
    let tenure: Household.Tenure?
    let living: Int?
    let away: Int?
    let heardAt: Instant?
    let version: Int

    init(_ line: HouseholdLine) {
        dwelling = line.dwelling
        committee = line.committee
        address = line.address
        presence = line.presence
        expectedReturn = line.expectedReturn
        recheckOn = line.recheckOn
        tenure = line.tenure
        living = line.living
        away = line.away
        heardAt = line.heardAt
        version = line.version
    }
}

/// A page of dwellings.
struct HouseholdListAnswer: Encodable {
    let items: [HouseholdAnswer]
    /// For `after`; absent on the last page.
    let next: String?
}

/// Changes as a phone kept them.
struct HouseholdBatchBody: StrictDraft {
    let changes: [HouseholdChangeBody]

    enum CodingKeys: String, CodingKey {
        case changes
    }
}

/// One change; a field that is absent stays as it is.
struct HouseholdChangeBody: Decodable {
    let id: HouseholdChangeID
    let dwelling: PlaceID
    let basedOn: Int?
    let presence: Presence.Kind?
    let expectedReturn: CivilDate?
    let evidence: Presence.Evidence?
    let recheckOn: CivilDate?
    let origin: String?
    let tenure: Household.Tenure?
    let landlord: HouseholdDetails.Landlord?
    let living: Int?
    let away: Int?
    let head: String?
    let phone: String?
    let needs: Set<HouseholdDetails.CareNeed>?
    let remarks: String?
    let channel: HouseholdChange.Channel?
    let withPolice: Bool?

    var change: HouseholdChange {
        get throws {
            var change = HouseholdChange(
                id: id,
                dwelling: dwelling,
                basedOn: basedOn ?? 0,
                presence: try whole,
                channel: channel ?? .visit,
                withPolice: withPolice ?? false
            )
            change.origin = origin
            change.tenure = tenure
            change.landlord = landlord
            change.living = living
            change.away = away
            change.head = head
            change.phone = phone
            change.needs = needs
            change.remarks = remarks
            return change
        }
    }

    private var whole: Presence? {
        get throws {
            switch presence {
            case nil: return nil
            case .living: return .living
            case .away: return .away(expectedReturn: expectedReturn)
            case .vacant:
                guard let evidence else { throw EdgeRefusal.malformedField("evidence") }
                guard let recheckOn else { throw EdgeRefusal.malformedField("recheckOn") }
                return .vacant(evidence, recheckOn: recheckOn)
            }
        }
    }
}

/// What became of each change, in the order in which they were sent.
struct HouseholdBatchAnswer: Encodable {
    struct Item: Encodable {
        let id: HouseholdChangeID
        /// The version after it; absent where it was refused.
        let version: Int?
        /// Fields that somebody else changed meanwhile.
        let conflicts: [HouseholdField]?
        let problem: ProblemDocument?

        init(_ id: HouseholdChangeID, _ result: Result<Household, any Error>, in visit: FanghuRequestContext) {
            self.id = id
            switch result {
            case .success(let household):
                version = household.version
                conflicts = nil
                problem = nil
            case .failure(let error):
                version = nil
                if case HouseholdRefusal.conflict(let fields) = error { conflicts = fields } else { conflicts = nil }
                problem = ProblemDocument(Mishap(error), in: visit.language, reference: visit.reference)
            }
        }
    }

    let results: [Item]
}
