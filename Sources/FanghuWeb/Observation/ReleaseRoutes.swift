import Fanghu
import Hummingbird

/// The release document on paper and on the released person's phone (F-06).
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/releases/{serial}` | GET | viewPersons | the paper, masked |
/// | `/desk/releases/{serial}/whole` | POST | showPersons | the paper with the whole name, for a reason |
/// | `/r/o/{link}/release` | GET | who holds the link | the same for a phone, masked |
package enum ReleaseAddress: Address {
    case paper(Slot<String>)
    case whole(Slot<String>)
    case own(Slot<String>)

    package static let all: [ReleaseAddress] = [.paper("serial"), .whole("serial"), .own("link")]

    package var path: String {
        switch self {
        case .paper(let serial): "/desk/releases/\(serial)"
        case .whole(let serial): "/desk/releases/\(serial)/whole"
        case .own(let link): "/r/o/\(link)/release"
        }
    }
}

/// Prints release documents.
struct ReleaseRoutes: Sendable {
    let arrivals: ArrivalsService
    let observations: ObservationService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    /// Whether browsers reach the server by TLS, for the address in the QR code.
    let isSecure: Bool
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(ReleaseAddress.paper("serial"), use: paper)
        routes.post(ReleaseAddress.whole("serial"), use: whole)
        routes.get(ReleaseAddress.own("link"), use: own)
    }

    @Sendable func paper(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), request, visit), to: request, visit)
    }

    @Sendable func whole(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let serial = try visit.value(of: "serial", as: String.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, request, visit)
        } act: {
            let reason = form.text("reason")
            let document = try await observations.showReleaseDocument(serial: serial, reason: reason, by: actor)
            let paper = try await paper(of: document, request)
            return try pages.response(ReleasePaperPage(FormView(), paper, mayShow: false), to: request, visit)
        }
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let link = try visit.value(of: "link", as: String.self)
        let found = try await arrivals.arrival(behind: link)
        guard let observation = found.observation,
            let document = try await observations.releaseDocument(of: observation.key)
        else { throw EdgeRefusal.nothingHere }
        let back = ObserveeAddress.own(.of(link)).path
        let page = ReleasePhonePage(paper: try await paper(of: document, request), back: back)
        return try pages.response(page, to: request, visit)
    }

    private func page(
        _ form: FormView,
        _ request: Request,
        _ visit: FanghuRequestContext
    ) async throws -> ReleasePaperPage {
        let visitor = try visit.signedIn()
        let serial = try visit.value(of: "serial", as: String.self)
        let document = try await observations.releaseDocument(serial: serial, for: visitor.actor)
        let paper = try await paper(of: document, request)
        return ReleasePaperPage(form, paper, mayShow: visitor.may(.showPersons))
    }

    private func paper(of document: ReleaseDocument, _ request: Request) async throws -> ReleasePaper {
        let issuer = document.note.issuer
        return ReleasePaper(
            document,
            issuer: try await accounts.names(of: [issuer])[issuer] ?? "",
            checkedAt: request.wholeAddress(of: ObserveeAddress.check(.of(document.note.serial)), isSecure: isSecure),
            territory()
        )
    }
}
