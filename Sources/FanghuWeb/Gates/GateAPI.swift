import Fanghu
import Hummingbird

/// Posts and passings over the API; the addresses stand in `GateAddress`.
struct GateAPI: Sendable {
    let service: GateService
    let context: Context

    func add(to routes: Routes) {
        routes.get(GateAddress.api, use: list)
        routes.post(GateAddress.apiPassings("id"), use: pass)
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let listed = try await service.list(
            under: request.query("under", as: DivisionID.self),
            after: request.query("after", as: GateKey.self) ?? .start,
            limit: request.query("limit", as: Int.self) ?? 100,
            for: visit.signedIn().actor
        )
        return try .json(GateListAnswer(listed, at: context.now))
    }

    @Sendable func pass(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let body = try await request.decodeStrict(GatePassingBody.self, context: visit)
        let passing = try await service.pass(
            body.answers(),
            id: body.id,
            at: visit.value(of: "id", as: GatePostID.self),
            by: visit.signedIn().actor
        )
        return try .json(GatePassingAnswer(passing), status: .created)
    }
}

/// One passing as a program sends it.
struct GatePassingBody: StrictDraft {
    let id: GatePassingID
    let direction: GatePassing.Direction
    let visit: GatePassing.Visit
    let name: String?
    let tail: String?
    let host: String?
    let wasAway: Bool?
    let hasRegistered: Bool?
    let hasSymptoms: Bool?
    let temperature: Double?

    enum CodingKeys: String, CodingKey {
        case id
        case direction
        case visit
        case name
        case tail
        case host
        case wasAway
        case hasRegistered
        case hasSymptoms
        case temperature
    }

    func answers() throws -> GateAnswers {
        if let tail, PersonTail(tail) == nil { throw GateRefusal.tailMissing }
        return GateAnswers(
            direction: direction,
            visit: visit,
            name: try name.map { try PersonName($0) },
            tail: tail.flatMap { PersonTail($0) },
            host: host,
            wasAway: wasAway ?? false,
            hasRegistered: hasRegistered ?? false,
            hasSymptoms: hasSymptoms ?? false,
            temperature: try temperature.map { try Temperature(celsius: $0) }
        )
    }
}

/// The verdict and its reason code, and nothing else (R-PRIV-09).
struct GatePassingAnswer: Encodable {
    let id: GatePassingID
    let decision: GateVerdict.Decision
    let reason: GateVerdict.Reason

    init(_ passing: GatePassing) {
        id = passing.id
        decision = passing.verdict.decision
        reason = passing.verdict.reason
    }
}

/// Posts with who stands there now.
struct GateListAnswer: Encodable {
    struct Post: Encodable {
        let committee: DivisionID
        /// Absent for an open gate where nobody has set up a post.
        let id: GatePostID?
        /// The gate of the register; absent for checkpoints and tables.
        let gate: PlaceID?
        let kind: GatePost.Kind
        let name: String
        let staffing: String
        let onDuty: Int
        let wanted: Int

        init(_ line: GateService.Line) {
            committee = line.post.committee
            id = line.hasPost ? line.post.id : nil
            gate = line.post.place
            kind = line.post.kind
            name = line.post.name
            staffing = line.staffing.name
            onDuty = line.staffing.onDuty
            wanted = line.post.wanted
        }
    }

    let at: Instant
    let posts: [Post]
    let total: Int
    /// How many of all are open and have nobody.
    let empty: Int
    /// For `after`; absent on the last page.
    let next: String?

    init(_ listed: GateService.Listed, at instant: Instant) {
        at = instant
        posts = listed.lines.map(Post.init)
        total = listed.tally.all
        empty = listed.tally.empty
        next = listed.next?.addressText
    }
}
