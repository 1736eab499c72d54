package import Fanghu
import Hummingbird

/// The record of acts, for auditors.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/audit` | GET | readAudit | the chains of one's territory |
/// | `/desk/audit/{division}?before=` | GET | readAudit | the acts of one place, newest first |
/// | `/api/v1/audit/{division}?before=&limit=` | GET | readAudit | the same for programs |
package enum AuditAddress: Address {
    case chains
    case entries(Slot<DivisionID>)
    case api(Slot<DivisionID>)

    package static let all: [AuditAddress] = [.chains, .entries("division"), .api("division")]

    package var path: String {
        switch self {
        case .chains: "/desk/audit"
        case .entries(let division): "/desk/audit/\(division)"
        case .api(let division): "/api/v1/audit/\(division)"
        }
    }
}

/// Reading what was done; nobody changes it.
struct AuditRoutes: Sendable {
    let service: AuditService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(AuditAddress.chains, use: chains)
        routes.get(AuditAddress.entries("division"), use: entries)
        routes.get(AuditAddress.api("division"), use: api)
        pages.addNavigation(NavigationEntry(AuditAddress.chains, "audit.title", isShown: { $0.may(.readAudit) }))
    }

    @Sendable func chains(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let chains = try await service.chains(for: visit.signedIn().actor)
        return try pages.response(AuditChainsPage(chains, territory()), to: request, visit)
    }

    @Sendable func entries(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "division", as: DivisionID.self)
        let found = try await read(place, request, limit: pageLength + 1, visit)
        let shown = Array(found.prefix(pageLength))
        let names = try await accounts.names(of: shown.flatMap(\.draft.authority.accounts))
        let isFirst = request.query("before") == nil
        let next = found.count > pageLength ? shown.last?.sequence : nil
        let page = AuditEntriesPage(shown, names, of: place, territory(), next: next, isFirst: isFirst)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func api(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let place = try visit.value(of: "division", as: DivisionID.self)
        let limit = min(max(try request.query("limit", as: Int.self) ?? 50, 1), 199)
        let found = try await read(place, request, limit: limit + 1, visit)
        let shown = found.prefix(limit)
        let next = found.count > limit ? shown.last?.sequence : nil
        return try .json(AuditAnswer(entries: shown.map(AuditAnswer.Entry.init), next: next.map(String.init)))
    }

    private func read(
        _ place: DivisionID,
        _ request: Request,
        limit: Int,
        _ visit: FanghuRequestContext
    ) async throws -> [AuditEntry] {
        let before = try request.query("before", as: Int.self).map(Int64.init) ?? .max
        return try await service.entries(of: place, before: before, limit: limit, for: visit.signedIn().actor)
    }
}

extension Authority {
    /// Everybody whose name stands beside the act.
    fileprivate var accounts: [AccountID] { [account, standingInFor].compactMap { $0 } }
}

/// Acts in the API.
struct AuditAnswer: Encodable {
    struct Entry: Encodable {
        let sequence: Int64
        let at: Instant
        let act: String
        let subject: String
        let account: AccountID?
        /// Whose place the account took (I-17); absent where it acted in its own.
        let standingInFor: AccountID?
        let actor: String
        let role: Role?
        let reason: String?
        let detail: String?

        init(_ entry: AuditEntry) {
            sequence = entry.sequence
            at = entry.draft.authority.instant
            act = entry.draft.act
            subject = entry.draft.subject
            account = entry.draft.authority.account
            standingInFor = entry.draft.authority.standingInFor
            actor = entry.draft.authority.actorKind
            role = entry.draft.authority.role
            reason = entry.draft.reason
            detail = entry.draft.detail
        }
    }

    let entries: [Entry]
    /// For `before`; absent at the beginning of the chain.
    let next: String?
}
