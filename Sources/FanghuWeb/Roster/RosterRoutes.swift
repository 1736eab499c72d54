import Fanghu
import Hummingbird

/// Who leads, who rests, who is posted, at the desk; the addresses stand in `RosterAddress`.
struct RosterRoutes: Sendable {
    let service: RosterService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(RosterAddress.overview, use: overview)
        routes.get(RosterAddress.committee("committee"), use: committee)
        routes.get(RosterAddress.addAbsence("committee"), use: askAbsence)
        routes.post(RosterAddress.addAbsence("committee"), use: addAbsence)
        routes.get(RosterAddress.addPosting("committee"), use: askPosting)
        routes.post(RosterAddress.addPosting("committee"), use: addPosting)
        routes.get(RosterAddress.party("committee"), use: askParty)
        routes.post(RosterAddress.party("committee"), use: reportParty)
        routes.post(RosterAddress.endAbsence("id"), use: endAbsence)
        routes.get(RosterAddress.endPosting("id"), use: askEnd)
        routes.post(RosterAddress.endPosting("id"), use: endPosting)
        pages.addNavigation(
            NavigationEntry(RosterAddress.overview, "roster.title", isShown: { $0.may(.viewRoster) })
        )
    }

    @Sendable func overview(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        let under = try request.query("under", as: DivisionID.self)
        let after = try request.query("after", as: DivisionID.self)
        let leads = try await service.leads(under: under, after: after, limit: pageLength, for: visitor.actor)
        let postings = try await service.postings(under: under, for: visitor.actor)
        let content = RosterPage.Content(
            leads: leads,
            busiest: try await service.busiest(under: under, limit: 10, for: visitor.actor),
            postings: postings,
            party: try await service.partyDay(under: under, for: visitor.actor),
            names: try await accounts.names(of: leads.leads.flatMap(\.accounts) + postings.map(\.posting.account)),
            under: under,
            isFirst: after == nil,
            mayManage: visitor.may(.manageRoster)
        )
        return try pages.response(RosterPage(content, territory(), now: context.now), to: request, visit)
    }

    @Sendable func committee(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        let place = try visit.value(of: "committee", as: DivisionID.self)
        let leads = try await service.leads(under: place, for: visitor.actor)
        guard let lead = leads.leads.first, lead.committee == place else { throw RosterRefusal.notACommittee }
        let postings = try await service.postings(under: place, for: visitor.actor)
        var notes: [(posting: Posting, note: HandOverNote)] = []
        for line in postings where line.posting.isOver(at: context.now) {
            let left = try await service.handOvers(of: line.posting.id, for: visitor.actor)
            notes += left.map { (line.posting, $0) }
        }
        let people = lead.accounts + postings.map(\.posting.account) + notes.map(\.note.successor)
        let page = RosterCommitteePage(
            lead,
            postings,
            notes,
            try await accounts.names(of: people),
            mayManage: visitor.may(.manageRoster),
            territory(),
            now: context.now
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askAbsence(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(absencePage(FormView(), visit), to: request, visit)
    }

    @Sendable func addAbsence(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await absencePage($0, visit)
        } act: {
            let draft = try RosterAnswers.absence(form, of: place, now: context.now)
            _ = try await service.add(draft, by: visit.signedIn().actor)
            return pages.seeOther(RosterAddress.committee(.of(place)), saying: "roster.done")
        }
    }

    @Sendable func endAbsence(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: AbsenceID.self)
        let ended = try await service.end(id, by: visit.signedIn().actor)
        return pages.seeOther(RosterAddress.committee(.of(ended.committee)), saying: "roster.done")
    }

    @Sendable func askPosting(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(postingPage(FormView(), visit), to: request, visit)
    }

    @Sendable func addPosting(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await postingPage($0, visit)
        } act: {
            let draft = try RosterAnswers.posting(form, of: place, now: context.now)
            _ = try await service.post(draft, by: visit.signedIn().actor)
            return pages.seeOther(RosterAddress.committee(.of(place)), saying: "roster.done")
        }
    }

    @Sendable func askParty(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let today = FormValues(["day": context.now.day.iso])
        return try await pages.response(partyPage(FormView(today), visit), to: request, visit)
    }

    @Sendable func reportParty(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await partyPage($0, visit)
        } act: {
            try await service.report(RosterAnswers.party(form, of: place), by: visit.signedIn().actor)
            return pages.seeOther(RosterAddress.committee(.of(place)), saying: "roster.done")
        }
    }

    @Sendable func askEnd(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(endPage(FormView(), visit), to: request, visit)
    }

    @Sendable func endPosting(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: PostingID.self)
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await endPage($0, visit)
        } act: {
            let committee = try await service.posting(id, for: actor).posting.committee
            let successor = try form.optional("successor", as: AccountID.self)
            _ = try await service.end(id, successor: successor, note: form.text("note"), by: actor)
            return pages.seeOther(RosterAddress.committee(.of(committee)), saying: "roster.done")
        }
    }

    private func absencePage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> RosterFormPage {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        let leaders = try await service.leaders(of: place, for: visit.signedIn().actor)
        let names = try await accounts.names(of: leaders.map(\.account))
        return RosterFormPage.absence(
            view,
            of: place,
            leaders: leaders.map { account, office in
                let (name, words) = (names[account] ?? "—", office.role.words)
                return (account.text, Words("\(name)（\(words.chinese)）", "\(name) (\(words.english))"))
            },
            people: try await people(of: place, visit),
            territory()
        )
    }

    private func postingPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> RosterFormPage {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        _ = try await people(of: place, visit)
        return RosterFormPage.posting(view, of: place, territory())
    }

    private func partyPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> RosterFormPage {
        let place = try visit.value(of: "committee", as: DivisionID.self)
        _ = try await people(of: place, visit)
        return RosterFormPage.party(view, of: place, territory())
    }

    private func endPage(_ view: FormView, _ visit: FanghuRequestContext) async throws -> RosterFormPage {
        let line = try await service.posting(
            visit.value(of: "id", as: PostingID.self),
            for: visit.signedIn().actor
        )
        let account = line.posting.account
        let names = try await accounts.names(of: [account])
        let others = try await people(of: line.posting.committee, visit).filter { $0.value != account.text }
        return RosterFormPage.endPosting(view, line, name: names[account] ?? "—", people: others, territory())
    }

    /// Whom a form of the committee offers; refuses whoever may not keep its roster.
    private func people(
        of committee: DivisionID,
        _ visit: FanghuRequestContext
    ) async throws -> [(value: String, name: Words)] {
        let found = try await service.appointees(of: committee, for: visit.signedIn().actor)
        return CoverageChoices.people(found, try await accounts.names(of: found))
    }
}
