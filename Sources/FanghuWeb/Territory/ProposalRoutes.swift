package import Fanghu
import Hummingbird

/// What the yearly list of divisions left to a person.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/territory/proposals` | GET | administerTerritory | doubtful successors, old and new side by side |
/// | `/desk/territory/proposals/{id}/accept`, `…/decline` | POST | administerTerritory | answer one |
package enum ProposalAddress: Address {
    case list
    case accept(Slot<DivisionProposalID>)
    case decline(Slot<DivisionProposalID>)

    package static let all: [ProposalAddress] = [.list, .accept("id"), .decline("id")]

    package var path: String {
        switch self {
        case .list: "/desk/territory/proposals"
        case .accept(let id): "/desk/territory/proposals/\(id)/accept"
        case .decline(let id): "/desk/territory/proposals/\(id)/decline"
        }
    }
}

extension DivisionProposalID: AddressValue {}

/// Answers the questions of imports.
struct ProposalRoutes: Sendable {
    let service: TerritoryService
    let territory: @Sendable () -> Territory
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(ProposalAddress.list, use: list)
        routes.post(ProposalAddress.accept("id")) { try await decide($0, $1, confirm: true) }
        routes.post(ProposalAddress.decline("id")) { try await decide($0, $1, confirm: false) }
        pages.addNavigation(
            NavigationEntry(
                ProposalAddress.list,
                "territory.proposals",
                isShown: { $0.may(.administerTerritory) }
            )
        )
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    private func decide(
        _ request: Request,
        _ visit: FanghuRequestContext,
        confirm: Bool
    ) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: DivisionProposalID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            try await service.decide(id, confirm: confirm, by: actor)
            return pages.seeOther(ProposalAddress.list, saying: "territory.decided")
        }
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> ProposalsPage {
        ProposalsPage(form, try await service.questions(for: visit.signedIn().actor), territory())
    }
}
