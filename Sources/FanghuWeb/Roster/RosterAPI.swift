import Fanghu
import Hummingbird

/// Says over the API who is first responsible where.
struct RosterAPI: Sendable {
    let service: RosterService
    let accounts: AccountNames
    let context: Context

    func add(to routes: Routes) {
        routes.get(RosterAddress.api, use: roster)
    }

    @Sendable func roster(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let instant = try request.query("at")
            .map { text in
                guard let instant = Instant(iso: text) else { throw EdgeRefusal.malformedField("at") }
                return instant
            }
        let leads = try await service.leads(
            under: request.query("under", as: DivisionID.self),
            at: instant,
            after: request.query("after", as: DivisionID.self),
            limit: request.query("limit", as: Int.self) ?? 50,
            for: visit.signedIn().actor
        )
        let names = try await accounts.names(of: leads.leads.flatMap(\.accounts))
        return try .json(RosterAnswer(leads, at: instant ?? context.now, names))
    }
}

/// Who is first responsible in each committee of a page.
struct RosterAnswer: Encodable {
    struct Committee: Encodable {
        let committee: DivisionID
        /// True where no office is filled by anybody who is there.
        let alarm: Bool
        let account: AccountID?
        let name: String?
        /// Absent for a stand-in who holds no office.
        let office: Role?
        let standingInFor: AccountID?
        let from: Instant
        /// Absent where nothing changes within seven days.
        let to: Instant?

        init(_ lead: RosterService.Lead, _ span: ResponsibleSpan, _ names: [AccountID: String]) {
            let holder = span.first.holder
            committee = lead.committee
            alarm = holder == nil
            account = holder?.account
            name = holder.flatMap { names[$0.account] }
            office = holder?.office?.role
            standingInFor = holder?.standingInFor
            from = span.from
            to = lead.spans.count > 1 ? span.to : nil
        }
    }

    let at: Instant
    let committees: [Committee]
    let total: Int
    /// For `after`; absent on the last page.
    let next: DivisionID?

    init(_ leads: RosterService.Leads, at instant: Instant, _ names: [AccountID: String]) {
        at = instant
        committees = leads.leads.compactMap { lead in lead.spans.first.map { Committee(lead, $0, names) } }
        total = leads.matched
        next = leads.hasMore ? leads.leads.last?.committee : nil
    }
}
