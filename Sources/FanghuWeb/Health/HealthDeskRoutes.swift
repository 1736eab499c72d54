package import Fanghu
import Hummingbird

/// The desk of a health centre.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/health?under=&fevers=&releases=&tick=all` | GET | viewHealthDesk | fevers by urgency, releases due, figures |
/// | `/desk/health/fevers/{task}` | POST | answerFevers | a doctor's decision on a fever |
/// | `/desk/health/releases` | POST | release | sign one release or the ticked ones |
package enum HealthDeskAddress: Address {
    case desk
    case fever(Slot<DutyTaskID>)
    case releases

    package static let all: [HealthDeskAddress] = [.desk, .fever("task"), .releases]

    package var path: String {
        switch self {
        case .desk: "/desk/health"
        case .fever(let task): "/desk/health/fevers/\(task)"
        case .releases: "/desk/health/releases"
        }
    }
}

extension HealthDeskAddress {
    /// Where a doctor answers the fever of a task; nil for other tasks and for who answers none.
    static func link(to task: DutyTask, for visitor: Visitor) -> String? {
        guard task.kind == .answerFever, task.state == .open, visitor.may(.answerFevers) else { return nil }
        return HealthDeskAddress.desk.path + AddressText.query([("under", task.committee.text)]) + "#fever-\(task.id)"
    }
}

/// What a doctor does all day, on one page.
struct HealthDeskRoutes: Sendable {
    let dispatch: DispatchService
    let observations: ObservationService
    let arrivals: ArrivalsService
    let figures: FiguresService
    let people: People
    let subjects: TaskSubjects
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(HealthDeskAddress.desk, use: desk)
        routes.post(HealthDeskAddress.fever("task"), use: answerFever)
        routes.post(HealthDeskAddress.releases, use: release)
        pages.addNavigation(
            NavigationEntry(HealthDeskAddress.desk, "health.title", isShown: { $0.may(.viewHealthDesk) })
        )
    }

    @Sendable func desk(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), HealthDeskChoice(request), visit), to: request, visit)
    }

    @Sendable func answerFever(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "task", as: DutyTaskID.self)
        _ = try observations.healthDeskPlaces(of: actor)
        let task = try await dispatch.task(id, for: actor)
        guard task.kind == .answerFever else { throw EdgeRefusal.nothingHere }
        let form = try await request.form(visit)
        guard let note = DoctorNote(rawValue: form.raw("decision")) else {
            throw EdgeRefusal.malformedField("decision")
        }
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, HealthDeskChoice(), visit)
        } act: {
            let words = form.text("note-\(id)")
            switch task.subject {
            case .observation(let observation):
                _ = try await observations.noteFever(of: observation, note, saying: words, by: actor)
            case .arrival(let arrival):
                _ = try await arrivals.answerFever(of: arrival, note, saying: words, by: actor)
            case .lead, .person, .piece, .dwelling, .order, .canvassTarget: throw EdgeRefusal.nothingHere
            }
            return pages.seeOther(HealthDeskAddress.desk, saying: "health.answered")
        }
    }

    @Sendable func release(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        let ids = HealthDeskRoutes.ticked(form)
        let results = try await observations.release(all: ids, describing: people.releaseDescription, by: actor)
        guard !results.isEmpty else {
            let view = FormView(form, refusals: [EdgeRefusal.missingField("observations")])
            let page = try await page(view, HealthDeskChoice(), visit)
            return try pages.response(page, to: request, visit, status: .unprocessableContent)
        }
        let names = try await subjects.names(of: results.map { .observation($0.id) }, for: actor)
        return try pages.response(ReleaseResultPage(results, names), to: request, visit)
    }

    /// The one whose own button was pressed, else all that are ticked.
    private static func ticked(_ form: FormValues) -> [ObservationID] {
        let one = form.all("one").compactMap { ObservationID($0) }
        return one.isEmpty ? form.all("observations").compactMap { ObservationID($0) } : one
    }

    private func page(
        _ form: FormView,
        _ choice: HealthDeskChoice,
        _ visit: FanghuRequestContext
    ) async throws -> HealthDeskPage {
        let visitor = try visit.signedIn()
        let places = try observations.healthDeskPlaces(of: visitor.actor)
        let ahead = try await ahead(choice, visitor)
        let reading = HealthDeskReading(
            fevers: try await fevers(choice, visitor),
            gates: try await gateFevers(choice, visitor),
            releases: try await releases(choice, visitor),
            ahead: ahead.list,
            hasMoreAhead: ahead.hasMore,
            committees: try await committees(visitor),
            reports: try await reports(on: places, visitor)
        )
        return HealthDeskPage(form, reading, choice, visitor, territory(), now: context.now)
    }
}
