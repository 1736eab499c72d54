import Fanghu

/// One piece: its places to tick off, who answers for it, and what can be done about that.
struct PiecePage: Page {
    static let template = "coverage-piece"

    /// A form for who keeps coverage.
    struct Act {
        let title: Phrase
        let action: String
        let selects: [Choice]
        let fields: [Field]
    }

    let form: FormView?
    let name: String
    let scheme: Words
    let place: String
    let owner: String?
    let ended: String?
    let charges: [ChargeLine]
    let isOpen: Bool
    let report: String
    let reportID: String
    let heard: Choice
    let problem: Field
    let count: Phrase
    let acts: [Act]
    let split: String?
    let splitName: Field

    init(
        _ view: FormView,
        _ piece: CoveragePiece,
        _ places: [InventoriedPlace],
        _ charges: CoverageCharges,
        candidates: [AccountID],
        names: [AccountID: String],
        reportID: CoverageReportID,
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        name = piece.name
        scheme = piece.scheme.words
        place = CoverageChoices.committee(piece.committee, in: territory)
        owner = charges.owner(at: now).flatMap { names[$0] }
        ended = piece.endedAt.map { DeskText.moment($0, now: now) }
        isOpen = piece.endedAt == nil
        self.charges = charges.all.reversed().map { ChargeLine($0, names, now: now) }
        let address = { (act: CoverageAct) in CoverageAddress.act(.of(piece.id), .of(act.rawValue)).path }
        report = address(.report)
        let sent = view.values.raw("id")
        self.reportID = sent.isEmpty ? reportID.text : sent
        let options = places.map { (value: $0.id.text, name: Words($0.address.text, $0.address.text)) }
        heard = view.choice("heard", "coverage.heard", ofNames: options, isOptional: true)
        problem = view.field("problem", "coverage.problem", hint: "coverage.problemHint", isOptional: true)
        count = Phrase("coverage.places", ["count": Listing.grouped(places.count)])
        splitName = view.field("name", "coverage.splitName", isOptional: true)
        guard isOpen, !candidates.isEmpty else {
            acts = []
            split = nil
            return
        }
        split = address(.split)
        let people = CoverageChoices.people(candidates, names)
        let deputies = CoverageChoices.people(charges.deputies(at: now), names)
        let handOver = Act(
            title: "coverage.handOver",
            action: address(.handOver),
            selects: [view.choice("owner", "coverage.newOwner", ofNames: people)],
            fields: [view.field("note", "coverage.note", hint: "coverage.noteHint", isOptional: owner == nil)]
        )
        let nameDeputy = Act(
            title: "coverage.nameDeputy",
            action: address(.nameDeputy),
            selects: [view.choice("deputy", "coverage.deputy", ofNames: people)],
            fields: []
        )
        let dismiss = Act(
            title: "coverage.dismissDeputy",
            action: address(.dismissDeputy),
            selects: [view.choice("deputy", "coverage.deputy", ofNames: deputies)],
            fields: []
        )
        acts = [handOver, nameDeputy] + (deputies.isEmpty ? [] : [dismiss])
    }
}
