package import Fanghu
import Hummingbird

/// Signing the commitment with a one-time code (F-04).
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/commitments/{id}` | GET | manageObservations | the text, a button for a code |
/// | `/desk/commitments/{id}` | POST | manageObservations | make a code and show it once |
/// | `/r/o/{link}/commitment` | GET | who holds the link | the text to read |
/// | `/r/o/{link}/commitment` | POST | who holds the link | sign with the code |
package enum CommitmentAddress: Address {
    case desk(Slot<ObservationID>)
    case own(Slot<String>)

    package static let all: [CommitmentAddress] = [.desk("id"), .own("link")]

    package var path: String {
        switch self {
        case .desk(let id): "/desk/commitments/\(id)"
        case .own(let link): "/r/o/\(link)/commitment"
        }
    }
}

/// The worker's and the signer's side of a commitment.
struct CommitmentRoutes: Sendable {
    let arrivals: ArrivalsService
    let observations: ObservationService
    let people: People
    let register: PersonDesk
    let texts: LegalTexts
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(CommitmentAddress.desk("id"), use: desk)
        routes.post(CommitmentAddress.desk("id"), use: makeCode)
        routes.get(CommitmentAddress.own("link"), use: own)
        routes.post(CommitmentAddress.own("link"), use: sign)
    }

    @Sendable func desk(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), nil, visit), to: request, visit)
    }

    @Sendable func makeCode(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: ObservationID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, nil, visit)
        } act: {
            let made = try await observations.makeCommitmentCode(
                for: id,
                textVersion: texts.text(.commitment, on: context.now.day)?.version ?? "",
                reading: people.signatory,
                by: actor
            )
            return try pages.response(try await page(FormView(), made, visit), to: request, visit)
        }
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(ownPage(FormView(), visit), to: request, visit)
    }

    @Sendable func sign(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let link = try visit.value(of: "link", as: String.self)
        let actor = try await arrivals.observee(behind: link)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await ownPage(view, visit)
        } act: {
            let signing = CommitmentByCode(
                code: form.compact("code"),
                guardian: form.optionalText("guardian"),
                hasAgreed: form.isTicked("agreed"),
                textVersion: form.raw("version")
            )
            _ = try await observations.signCommitment(signing, reading: people.signatory, by: actor)
            return pages.seeOther(ObserveeAddress.own(.of(link)), saying: "commitment.signed")
        }
    }

    private func page(
        _ form: FormView,
        _ made: MadeCommitmentCode?,
        _ visit: FanghuRequestContext
    ) async throws -> CommitmentCodePage {
        let visitor = try visit.signedIn()
        let id = try visit.value(of: "id", as: ObservationID.self)
        let row = try await observations.observationToManage(id, for: visitor.actor)
        let reference = PersonReference(committee: row.key.committee, id: row.person)
        let person = try await register.masked([reference])[row.person]
        return CommitmentCodePage(
            form,
            row,
            person: person,
            made,
            text: CommitmentText(texts, row, person, territory(), now: context.now, visit.language),
            territory(),
            now: context.now
        )
    }

    private func ownPage(_ form: FormView, _ visit: FanghuRequestContext) async throws -> CommitmentPage {
        let link = try visit.value(of: "link", as: String.self)
        let found = try await arrivals.arrival(behind: link)
        guard let row = found.observation, row.state.stage == .preparing, row.mode.needsHome else {
            throw EdgeRefusal.nothingHere
        }
        let reference = PersonReference(committee: row.key.committee, id: row.person)
        let person = try await register.masked([reference])[row.person]
        let text = CommitmentText(texts, row, person, territory(), now: context.now, visit.language)
        return CommitmentPage(form, row, text: text, link: link)
    }
}
