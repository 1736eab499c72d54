import Fanghu
import FanghuTesting
import HTTPTypes
import Store

/// What the routes of the matrix are asked about: everything in one committee.
struct RouteSubjects: Sendable {
    let arrival: ArrivalID
    let observation: ObservationID
    let task: DutyTaskID
    let person: PersonReference
    let lead: LeadID
    let piece: CoveragePieceID
    let area: CoverageAreaID

    static func made(on site: SiteHarness) async throws -> RouteSubjects {
        let begun = try await site.net.beginObservation()
        let worker = try await site.net.staff(.communityWorker)
        let doctor = try await site.net.staff(.communityDoctor, at: Net.township)
        _ = try await site.net.observations.reportFever(of: begun.observation, saying: "38.1", by: worker)
        let tasks = try await site.net.dispatch.open(under: nil, kinds: [.answerFever], for: doctor)
        let person = try await site.net.observations.observation(begun.observation, for: worker)
        guard let task = tasks.first else { preconditionFailure("a fever is a task") }
        let lead = LeadDraft(
            id: site.net.time.context.newID(),
            committee: Net.committee,
            source: .neighbour,
            text: LeadText(name: "测试乙", phone: "13800138000")
        )
        _ = try await site.net.arrivals.receive([lead], by: worker)
        let shop = PlaceID(checked: "00000000-0000-7000-8000-0000000000c1")
        try await site.net.database.write { connection in
            try connection.execute(
                """
                INSERT INTO premises (committee, id, kind, name, address, created_at)
                VALUES (\(Net.committee), \(shop), 'streetShop', '小店', '愚园路8号', 0)
                """
            )
            let deltas = [Indicator.premises, .placesUncovered]
                .map { CounterDelta(Net.committee, $0, on: site.net.time.now.day) }
            try Counters.apply(deltas, on: connection)
        }
        let area = try await site.net.coverage.addArea("东片", in: Net.committee, by: worker)
        let piece = try await site.net.coverage.addPiece(
            CoveragePiece.Draft(
                committee: Net.committee,
                scheme: .streetBlock,
                name: "愚园路段",
                area: area.id,
                owner: worker.account,
                cut: .places([shop])
            ),
            by: worker
        )
        return RouteSubjects(
            arrival: begun.arrival.key.id,
            observation: begun.observation,
            task: task.id,
            person: PersonReference(committee: person.key.committee, id: person.person),
            lead: lead.id,
            piece: piece.id,
            area: area.id
        )
    }
}

/// Who may ask for a route; every route of the desk, the wall and the API has a row.
struct RouteRule: Sendable {
    enum Reach: Sendable {
        /// One thing of the committee: not there for anybody elsewhere.
        case subject
        /// A place in the address: refused outside the territory.
        case place
        /// A list of one's own territory.
        case own
        /// Neither; nothing of a place is told.
        case none
    }

    let method: HTTPRequest.Method
    /// As it is registered.
    let route: String
    /// Nil where being signed in is enough.
    let permission: Permission?
    let reach: Reach
    /// Whether the answer stays open.
    let isStream: Bool
    /// Sent with the request, as a form or as JSON.
    let body: String
    private let address: @Sendable (RouteSubjects) -> String

    init(
        _ method: HTTPRequest.Method,
        _ route: String,
        _ permission: Permission?,
        _ reach: Reach,
        isStream: Bool = false,
        body: String = "",
        _ address: (@Sendable (RouteSubjects) -> String)? = nil
    ) {
        self.method = method
        self.route = route
        self.permission = permission
        self.reach = reach
        self.isStream = isStream
        self.body = body
        self.address = address ?? { _ in route }
    }

    func path(_ subjects: RouteSubjects) -> String { address(subjects) }

    var isAPI: Bool { route.hasPrefix("/api/") }
}

extension RouteRule {
    /// The routes that have a matrix of their own: accounts and one's own account, in `Access`.
    static let elsewhere = ["/desk/accounts", "/desk/me"]

    static let all: [RouteRule] =
        places + coverage + households + canvass + roster + ledgers + gates + orders + [
            RouteRule(.get, "/desk", nil, .own),
            RouteRule(.get, "/desk/tasks/{id}", .workTasks, .subject) { "/desk/tasks/\($0.task)" },
            RouteRule(.post, "/desk/tasks/{id}/close", .workTasks, .subject) { "/desk/tasks/\($0.task)/close" },
            RouteRule(.get, "/desk/arrivals", .viewPersons, .own),
            RouteRule(.get, "/desk/arrivals/{id}", .viewPersons, .subject) { "/desk/arrivals/\($0.arrival)" },
            RouteRule(.post, "/desk/arrivals/{id}/confirm", .resolveLeads, .subject) {
                "/desk/arrivals/\($0.arrival)/confirm"
            },
            RouteRule(.post, "/desk/arrivals/{id}/check", .resolveLeads, .subject) {
                "/desk/arrivals/\($0.arrival)/check"
            },
            RouteRule(.get, "/desk/observations", .viewPersons, .own),
            RouteRule(.get, "/desk/observations/{id}", .viewPersons, .subject) {
                "/desk/observations/\($0.observation)"
            },
            RouteRule(.post, "/desk/observations/{id}/{act}", .answerFevers, .subject) {
                "/desk/observations/\($0.observation)/clearFever"
            },
            RouteRule(.get, "/desk/health", .viewHealthDesk, .own),
            RouteRule(.post, "/desk/health/fevers/{task}", .answerFevers, .subject) {
                "/desk/health/fevers/\($0.task)"
            },
            RouteRule(.post, "/desk/health/releases", .release, .own),
            RouteRule(.get, "/desk/commitments/{id}", .manageObservations, .subject) {
                "/desk/commitments/\($0.observation)"
            },
            RouteRule(.post, "/desk/commitments/{id}", .manageObservations, .subject) {
                "/desk/commitments/\($0.observation)"
            },
            RouteRule(.get, "/desk/releases/{serial}", .viewPersons, .subject) { _ in "/desk/releases/310105002-2020-1"
            },
            RouteRule(.post, "/desk/releases/{serial}/whole", .showPersons, .subject) { _ in
                "/desk/releases/310105002-2020-1/whole"
            },
            RouteRule(.get, "/desk/leads", .resolveLeads, .own),
            RouteRule(.get, "/desk/leads/add", .resolveLeads, .none),
            RouteRule(.post, "/desk/leads/add", .resolveLeads, .none),
            RouteRule(.get, "/desk/leads/{id}", .resolveLeads, .subject) { "/desk/leads/\($0.lead)" },
            RouteRule(.post, "/desk/leads/{id}/resolve", .resolveLeads, .subject) { "/desk/leads/\($0.lead)/resolve" },
            RouteRule(.get, "/api/v1/leads", .resolveLeads, .own),
            RouteRule(
                .post,
                "/api/v1/leads",
                .resolveLeads,
                .place,
                body:
                    #"{"leads":[{"id":"01900000-0000-7000-8000-000000000009","committee":"310105002001","source":"neighbour"}]}"#
            ) { _ in "/api/v1/leads" },
            RouteRule(.post, "/api/v1/leads/{id}/resolve", .resolveLeads, .subject, body: #"{"resolution":"notHere"}"#)
            {
                "/api/v1/leads/\($0.lead)/resolve"
            },
            RouteRule(.get, "/desk/persons", .viewPersons, .own),
            RouteRule(.get, "/desk/persons/{committee}/{id}", .viewPersons, .subject) {
                "/desk/persons/\($0.person.committee)/\($0.person.id)"
            },
            RouteRule(.post, "/desk/persons/{committee}/{id}", .showPersons, .subject) {
                "/desk/persons/\($0.person.committee)/\($0.person.id)"
            },
            RouteRule(.get, "/desk/audit", .readAudit, .own),
            RouteRule(.get, "/desk/audit/{division}", .readAudit, .place) { _ in "/desk/audit/\(Net.committee)" },
            RouteRule(.get, "/api/v1/audit/{division}", .readAudit, .place) { _ in "/api/v1/audit/\(Net.committee)" },
            RouteRule(.get, "/api/v1/persons", .viewPersons, .own),
            RouteRule(.get, "/api/v1/persons/{committee}/{id}", .viewPersons, .subject) {
                "/api/v1/persons/\($0.person.committee)/\($0.person.id)"
            },
            RouteRule(.post, "/api/v1/persons/{committee}/{id}/show", .showPersons, .subject, body: #"{"reason":"电话"}"#)
            {
                "/api/v1/persons/\($0.person.committee)/\($0.person.id)/show"
            },
            RouteRule(.get, "/desk/figures", .viewFigures, .none),
            RouteRule(.get, "/desk/figures/{division}", .viewFigures, .place) { _ in "/desk/figures/\(Net.committee)" },
            RouteRule(.get, "/desk/figures/{division}/live", .viewFigures, .place, isStream: true) { _ in
                "/desk/figures/\(Net.committee)/live"
            },
            RouteRule(.get, "/wall/{division}", .viewFigures, .place) { _ in "/wall/\(Net.committee)" },
            RouteRule(.get, "/wall/{division}/live", .viewFigures, .place, isStream: true) { _ in
                "/wall/\(Net.committee)/live"
            },
            RouteRule(.get, "/api/v1/tasks", .workTasks, .own),
            RouteRule(.post, "/api/v1/tasks/{id}/close", .workTasks, .subject, body: #"{"note":"x"}"#) {
                "/api/v1/tasks/\($0.task)/close"
            },
            RouteRule(.post, "/api/v1/arrivals/{id}/confirm", .resolveLeads, .subject, body: #"{"address":"1弄2号301室"}"#)
            {
                "/api/v1/arrivals/\($0.arrival)/confirm"
            },
            RouteRule(.get, "/api/v1/observations", .viewPersons, .own),
            RouteRule(.get, "/api/v1/observations/{id}", .viewPersons, .subject) {
                "/api/v1/observations/\($0.observation)"
            },
            RouteRule(
                .post,
                "/api/v1/observations/{id}/day-records",
                .recordDays,
                .subject,
                body: #"{"id":"01900000-0000-7000-8000-000000000001","temperature":36.5,"site":"armpit"}"#
            ) { "/api/v1/observations/\($0.observation)/day-records" },
            RouteRule(.post, "/api/v1/observations/{id}/release", .release, .subject, body: "{}") {
                "/api/v1/observations/\($0.observation)/release"
            },
            RouteRule(.get, "/api/v1/observations/{id}/course", .viewPersons, .subject) {
                "/api/v1/observations/\($0.observation)/course"
            },
            RouteRule(.post, "/api/v1/observations/{id}/acts/{act}", .answerFevers, .subject, body: "{}") {
                "/api/v1/observations/\($0.observation)/acts/clearFever"
            },
            RouteRule(.post, "/api/v1/observations/{id}/commitment-code", .manageObservations, .subject) {
                "/api/v1/observations/\($0.observation)/commitment-code"
            },
            RouteRule(.post, "/api/v1/releases", .release, .none, body: #"{"observations":[]}"#),
            RouteRule(.get, "/api/v1/arrivals", .viewPersons, .own),
            RouteRule(
                .post,
                "/api/v1/arrivals/{id}/doctor-notes",
                .answerFevers,
                .subject,
                body: #"{"decision":"cleared"}"#
            ) { "/api/v1/arrivals/\($0.arrival)/doctor-notes" },
            RouteRule(.get, "/api/v1/figures", .viewFigures, .place) { _ in "/api/v1/figures?under=\(Net.committee)" },
        ]
}
