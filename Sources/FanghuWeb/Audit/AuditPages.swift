import Fanghu

/// The chains of a territory: one a place.
struct AuditChainsPage: Page {
    static let template = "audit-chains"

    struct Row {
        let link: String
        let place: String
        let entries: String
    }

    let rows: [Row]

    init(_ chains: [(committee: DivisionID, entries: Int64)], _ territory: Territory) {
        rows = chains.map { place, entries in
            Row(
                link: AuditAddress.entries(.of(place)).path,
                place: PlaceText.short(place, in: territory),
                entries: Listing.grouped(Int(entries))
            )
        }
    }
}

/// The acts of one place, newest first.
struct AuditEntriesPage: Page {
    static let template = "audit-entries"

    struct Row {
        let sequence: String
        let at: String
        let act: String
        let subject: String
        let who: String
        let role: Words?
        /// I-17: whose place they took.
        let absentee: String?
        let reason: String?
        let detail: String?
    }

    let back = AuditAddress.chains.path
    let place: String
    let rows: [Row]
    let next: String?
    let first: String?

    init(
        _ entries: [AuditEntry],
        _ names: [AccountID: String],
        of place: DivisionID,
        _ territory: Territory,
        next: Int64?,
        isFirst: Bool
    ) {
        let path = AuditAddress.entries(.of(place)).path
        self.place = PlaceText.short(place, in: territory)
        rows = entries.map { entry in
            let authority = entry.draft.authority
            return Row(
                sequence: "\(entry.sequence)",
                at: authority.instant.iso,
                act: entry.draft.act,
                subject: entry.draft.subject,
                who: authority.account.flatMap { names[$0] } ?? authority.actorKind,
                role: authority.role?.words,
                absentee: authority.standingInFor.map { names[$0] ?? $0.text },
                reason: entry.draft.reason,
                detail: entry.draft.detail
            )
        }
        self.next = next.map { path + AddressText.query([("before", "\($0)")]) }
        first = isFirst ? nil : path
    }
}
