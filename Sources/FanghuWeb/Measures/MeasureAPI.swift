import Fanghu
import Hummingbird

/// Says over the API what a compound does at an instant; the addresses stand in `MeasureAddress`.
struct MeasureAPI: Sendable {
    let service: MeasureService

    func add(to routes: Routes) {
        routes.get(MeasureAddress.api("id"), use: measures)
    }

    @Sendable func measures(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let instant = try request.query("at")
            .map { text in
                guard let instant = Instant(iso: text) else { throw EdgeRefusal.malformedField("at") }
                return instant
            }
        let found = try await service.sheet(
            of: visit.value(of: "id", as: PlaceID.self),
            at: instant,
            for: visit.signedIn().actor
        )
        return try .json(MeasureSheetAnswer(found.sheet))
    }
}

/// What all compounds do and what one does besides.
struct MeasureSheetAnswer: Encodable {
    struct Item: Encodable {
        let id: MeasureID
        let committee: DivisionID
        let kind: Measure.Kind
        let text: String
        let textEnglish: String
        let from: Instant
        /// Absent while nobody has set an end.
        let to: Instant?
        let decision: String

        init(_ measure: Measure) {
            id = measure.id
            committee = measure.committee
            kind = measure.kind
            text = measure.text.chinese
            textEnglish = measure.text.english
            from = measure.from
            to = measure.to
            decision = measure.decision
        }
    }

    struct Conflict: Encodable {
        let first: MeasureID
        let second: MeasureID
    }

    let at: Instant
    let common: [Item]
    let besides: [Item]
    let coming: [Item]
    let conflicts: [Conflict]

    init(_ sheet: MeasureSheet) {
        at = sheet.instant
        common = sheet.common.map(Item.init)
        besides = sheet.besides.map(Item.init)
        coming = sheet.coming.map(Item.init)
        conflicts = sheet.conflicts.map { Conflict(first: $0.first.id, second: $0.second.id) }
    }
}
