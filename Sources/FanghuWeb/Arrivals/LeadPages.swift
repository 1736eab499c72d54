import Fanghu

/// Open leads, the most urgent first.
struct LeadListPage: Page {
    static let template = "arrivals-leads"

    struct Row {
        let link: String
        let name: String
        let source: Words
        let place: String
        let left: Phrase
        let isLate: Bool
    }

    let add = LeadAddress.add.path
    let rows: [Row]
    let next: String?
    let first: String?

    init(_ found: [OpenLead], pageLength: Int, after: LeadKey, _ territory: Territory, now: Instant) {
        let shown = found.prefix(pageLength)
        rows = shown.map { lead in
            Row(
                link: LeadAddress.lead(.of(lead.row.id)).path,
                name: lead.maskedName ?? "—",
                source: lead.row.source.words,
                place: PlaceText.name(lead.row.committee, in: territory),
                left: DeskText.left(until: lead.row.dueAt, now: now),
                isLate: lead.row.dueAt < now
            )
        }
        let path = LeadAddress.list.path
        let last = found.count > pageLength ? shown.last : nil
        next = last.map { path + AddressText.query([("after", LeadKey($0.row).addressText)]) }
        first = after.id.isEmpty ? nil : path
    }
}

/// The form of a new lead: whatever somebody said is enough.
struct NewLeadPage: Page {
    static let template = "arrivals-new-lead"

    let form: FormView?
    let action = LeadAddress.add.path
    let back = LeadAddress.list.path
    let id: String
    let selects: [Choice]
    let fields: [Field]

    init(_ view: FormView, id: LeadID, under: DivisionID, _ territory: Territory) {
        form = view
        let sent = view.values.raw("id")
        self.id = sent.isEmpty ? id.text : sent
        let places = [territory.node(under)].compactMap(\.self) + territory.placesBelow(under)
        let committees = places.filter { $0.level == .committee }
            .map { (value: $0.id.text, name: Words($0.name, $0.name)) }
        let sources = LeadSource.allCases.map { ($0.rawValue, $0.words) }
        selects = [
            view.choice("source", "leads.source", ofNames: sources),
            view.choice("committee", "leads.committee", ofNames: committees),
        ]
        fields = [
            view.field("name", "leads.name", hint: "leads.anyHint", kind: .name, isOptional: true),
            view.field("phone", "leads.phone", kind: .telephone, isOptional: true),
            view.field("address", "leads.address", isOptional: true),
            view.field("note", "leads.note", isOptional: true),
        ]
    }
}

/// One lead: what was said, whom it may mean, and how it is settled.
struct LeadPage: Page {
    static let template = "arrivals-lead"

    struct Candidate {
        let link: String
        let name: String
        let arrivedOn: String
    }

    let form: FormView?
    let back = LeadAddress.list.path
    let action: String
    let isOpen: Bool
    let state: Words
    let source: Words
    let place: String
    let received: String
    let due: String
    let isLate: Bool
    let name: String
    let phone: String
    let address: String
    let note: String
    let candidates: [Candidate]
    let selects: [Choice]
    let reason: Field

    init(
        _ view: FormView,
        _ row: LeadRow,
        _ text: LeadText,
        _ found: [ArrivalRow],
        _ names: [PersonID: MaskedPerson],
        others: [OpenLead],
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        action = LeadAddress.resolve(.of(row.id)).path
        isOpen = row.state == .open
        state = row.state.words
        source = row.source.words
        place = PlaceText.short(row.committee, in: territory)
        received = DeskText.moment(row.receivedAt, now: now)
        due = DeskText.moment(row.dueAt, now: now)
        isLate = row.state == .open && row.dueAt < now
        name = text.name ?? "—"
        phone = text.phone ?? "—"
        address = text.address ?? "—"
        note = text.note ?? "—"
        let lines = found.map { arrival in
            (arrival, "\(names[arrival.person.id]?.name ?? "—") · \(arrival.arrivedOn.iso)")
        }
        candidates = lines.map { arrival, _ in
            Candidate(
                link: ArrivalsDeskAddress.arrival(.of(arrival.key.id)).path,
                name: names[arrival.person.id]?.name ?? "—",
                arrivedOn: arrival.arrivedOn.iso
            )
        }
        let states = LeadState.allCases.filter { $0 != .open }.map { ($0.rawValue, $0.words) }
        let arrivals = lines.map { ($0.0.key.id.text, Words($0.1, $0.1)) }
        let leads = others.filter { $0.row.committee == row.committee }
            .map { ($0.row.id.text, Words($0.label.chinese, $0.label.english)) }
        selects = [
            view.choice("resolution", "leads.resolution", ofNames: states),
            view.choice("arrival", "leads.arrival", hint: "leads.arrivalHint", ofNames: arrivals, isOptional: true),
            view.choice("duplicateOf", "leads.duplicateOf", ofNames: leads, isOptional: true),
        ]
        reason = view.field("reason", "leads.reason", hint: "leads.reasonHint", isOptional: true)
    }
}
