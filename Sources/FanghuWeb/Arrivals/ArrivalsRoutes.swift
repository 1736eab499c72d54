package import Fanghu
import HTTPTypes
import Hummingbird

/// What a QR code opens: no account, no script.
///
/// | address | method | what |
/// | --- | --- | --- |
/// | `/r` | GET | choose the committee |
/// | `/r/at/{division}` | GET | choose further, or begin |
/// | `/r/c/{compound}` | GET | begin at a compound |
/// | `/r/step/{step}` | POST | answer one question |
package enum ArrivalsAddress: Address {
    case start
    case at(Slot<DivisionID>)
    case compound(Slot<PlaceID>)
    case step(Slot<String>)

    package static let all: [ArrivalsAddress] = [.start, .at("division"), .compound("compound"), .step("step")]

    package var path: String {
        switch self {
        case .start: "/r"
        case .at(let division): "/r/at/\(division)"
        case .compound(let compound): "/r/c/\(compound)"
        case .step(let step): "/r/step/\(step)"
        }
    }
}

/// The registration behind a compound's QR code.
package struct ArrivalsRoutes: Sendable {
    let service: ArrivalsService
    let places: PlacesService
    let texts: LegalTexts
    let vault: Vault
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    package func add(to routes: Routes) {
        routes.get(ArrivalsAddress.start, use: choose)
        routes.get(ArrivalsAddress.at("division"), use: choose)
        routes.get(ArrivalsAddress.compound("compound"), use: begin)
        routes.post(ArrivalsAddress.step("step"), use: answer)
    }

    @Sendable func begin(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "compound", as: PlaceID.self)
        let compound = try await places.compound(id)
        let answers = RegistrationAnswers(
            id: context.newID(),
            committee: compound.committee,
            compound: id,
            startedAt: context.now
        )
        return try start(answers, place: compound.name, request, visit)
    }

    /// From the city down to the committee, for those who came without a code.
    @Sendable func choose(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let tree = territory()
        let asked = visit.parameters.get("division") == nil ? nil : try visit.value(of: "division", as: DivisionID.self)
        guard let asked else { return try choice(below: nil, tree.roots.compactMap(tree.node), request, visit) }
        guard let division = tree.node(asked) else { throw EdgeRefusal.nothingHere }
        guard division.level == .committee else {
            return try choice(below: division, tree.children(of: asked), request, visit)
        }
        let answers = RegistrationAnswers(
            id: context.newID(),
            committee: asked,
            compound: nil,
            startedAt: context.now
        )
        return try start(answers, place: tree.fullName(of: asked), request, visit)
    }

    @Sendable func answer(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        guard let step = RegistrationStep(rawValue: try visit.value(of: "step", as: String.self)) else {
            throw EdgeRefusal.nothingHere
        }
        let form = try await request.form(visit)
        guard var answers = RegistrationAnswers(form.raw("sealed"), openedBy: vault, at: context.now) else {
            return pages.seeOther(ArrivalsAddress.start, saying: "arrivals.notice.expired")
        }
        let place = try await name(of: answers)
        if let wanted = RegistrationStep(rawValue: form.raw("go")) {
            return try question(wanted, FormView(answers.form), answers, place, request, visit)
        }
        if let language = Language(rawValue: form.raw("language")) {
            answers.take(form, of: step)
            var visit = visit
            visit.language = language
            let page = try question(step, FormView(answers.form), answers, place, request, visit)
            return pages.remembering(language, with: page)
        }
        if form.isTicked("begin") { return try question(step, FormView(answers.form), answers, place, request, visit) }
        answers.take(form, of: step)
        if form.isTicked("back") {
            let before = try path(for: answers, place).step(before: step) ?? step
            return try question(before, FormView(answers.form), answers, place, request, visit)
        }
        let draft = answers.draft(
            noticeVersion: service.noticeVersion,
            compoundName: answers.compound == nil ? nil : place
        )
        let problems = try service.problems(of: draft, in: answers.committee, alsoOf: step.shownToAll)
        let here = problems.filter { step.concerns($0.field) }
        guard here.isEmpty else {
            let view = FormView(answers.form, refusals: here)
            return try question(step, view, answers, place, request, visit, status: .unprocessableContent)
        }
        guard step == .check else {
            let next = try path(for: answers, place).step(after: step)
            return try question(next, FormView(answers.form), answers, place, request, visit)
        }
        if let missing = RegistrationStep.allCases.first(where: { step in problems.contains { step.concerns($0.field) }
        }) {
            let view = FormView(answers.form, refusals: problems.filter { missing.concerns($0.field) })
            return try question(missing, view, answers, place, request, visit, status: .unprocessableContent)
        }
        return try await register(draft, answers, place, request, visit)
    }

    /// Sends the registration; another one under the same id is told of on the last page, answers kept.
    ///
    /// Who works there registers for others, at the desk or at a door, and goes on at the desk; anybody else registers as a
    /// visitor, signed in or not.
    private func register(
        _ draft: Registration.Draft,
        _ answers: RegistrationAnswers,
        _ place: String,
        _ request: Request,
        _ visit: FanghuRequestContext
    ) async throws -> Response {
        let worker = visit.visitor.map(\.actor)
            .flatMap { actor in
                service.registersForOthers(in: answers.committee, actor) ? actor : nil
            }
        do {
            let receipt = try await service.register(
                draft,
                id: answers.id,
                in: answers.committee,
                source: worker == nil ? .ownForm : .worker,
                by: worker ?? .visitor
            )
            guard worker == nil else {
                return pages.seeOther(ArrivalsDeskAddress.arrival(.of(receipt.key.id)), saying: "desk.registered")
            }
            return pages.seeOther(ObserveeAddress.own(.of(receipt.link.text)), saying: "arrivals.notice.registered")
        } catch let refusal as ArrivalRequestRefusal where refusal.kind == .conflict {
            let view = FormView(answers.form, refusals: [refusal])
            return try question(.check, view, answers, place, request, visit, status: .conflict)
        }
    }

    private func path(for answers: RegistrationAnswers, _ place: String) throws -> RegistrationPath {
        let draft = answers.draft(noticeVersion: service.noticeVersion, compoundName: place)
        return RegistrationPath(asking: try service.fields(for: draft, in: answers.committee))
    }

    private func question(
        _ step: RegistrationStep,
        _ form: FormView,
        _ answers: RegistrationAnswers,
        _ place: String,
        _ request: Request,
        _ visit: FanghuRequestContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        let path = try path(for: answers, place)
        let sealed = try answers.sealed(with: vault)
        guard step != .check else {
            let page = RegistrationCheckPage(answers, form, path, place: place, sealed: sealed, visit.language, pages)
            return try pages.response(page, to: request, visit, status: status)
        }
        let page = RegistrationQuestions.page(
            step,
            form,
            of: answers,
            path: path,
            place: place,
            sealed: sealed,
            territory: territory()
        )
        return try pages.response(page, to: request, visit, status: status)
    }

    private func start(
        _ answers: RegistrationAnswers,
        place: String,
        _ request: Request,
        _ visit: FanghuRequestContext
    ) throws -> Response {
        let text = texts.text(.collection, on: context.now.day)
        let page = RegistrationStartPage(
            place: place,
            title: text?.title ?? Words("", ""),
            paragraphs: text?.paragraphs(in: visit.language, filling: [:]) ?? [],
            action: ArrivalsAddress.step(.of(RegistrationStep.arrival.rawValue)).path,
            sealed: try answers.sealed(with: vault)
        )
        return try pages.response(page, to: request, visit)
    }

    private func choice(
        below division: Division?,
        _ children: [Division],
        _ request: Request,
        _ visit: FanghuRequestContext
    ) throws -> Response {
        let tree = territory()
        let crumbs = division.map { tree.path(to: $0.id).filter { !$0.isHeading } } ?? []
        // A heading of the list is no place: its children stand in its stead.
        let shown = children.flatMap { $0.isHeading ? tree.children(of: $0.id) : [$0] }.filter { !$0.isVirtual }
        let page = RegistrationPlacePage(
            heading: "arrivals.place",
            crumbs: crumbs.map {
                Crumb($0.name, link: $0.id == division?.id ? nil : ArrivalsAddress.at(.of($0.id)).path)
            },
            links: shown.map { .init(path: ArrivalsAddress.at(.of($0.id)).path, name: $0.name) }
        )
        return try pages.response(page, to: request, visit)
    }

    private func name(of answers: RegistrationAnswers) async throws -> String {
        guard let compound = answers.compound else { return territory().fullName(of: answers.committee) }
        return try await places.compound(compound).name
    }
}
