import Fanghu

/// Who has been in charge, one line each.
struct ChargeLine {
    let name: String
    let part: Phrase
    let from: String
    let to: String?
    let isRunning: Bool

    init(_ charge: CoverageCharge, _ names: [AccountID: String], now: Instant) {
        name = names[charge.account] ?? "—"
        part = Phrase("coverage.charge.\(charge.part.rawValue)")
        from = DeskText.moment(charge.from, now: now)
        to = charge.to.map { DeskText.moment($0, now: now) }
        isRunning = charge.isInForce(at: now)
    }
}

/// One area: its pieces, its head, the hand-over of the whole in one act, and pieces to put under it.
struct AreaPage: Page {
    static let template = "coverage-area"

    let form: FormView?
    let back = CoverageAddress.overview.path + "?part=areas"
    let action: String
    let name: String
    let place: String
    let pieces: [OwnPiecesPage.Row]
    let charges: [ChargeLine]
    let owner: Choice
    let note: Field
    /// Absent where every piece of the committee is in the area.
    let others: Choice?

    init(
        _ view: FormView,
        _ found: CoverageAreaView,
        candidates: [AccountID],
        names: [AccountID: String],
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        action = CoverageAddress.area(.of(found.area.id)).path
        name = found.area.name
        place = CoverageChoices.committee(found.area.committee, in: territory)
        pieces = OwnPiecesPage(found.pieces, territory).rows
        charges = found.charges.all.reversed().map { ChargeLine($0, names, now: now) }
        owner = view.choice("owner", "coverage.newHead", ofNames: CoverageChoices.people(candidates, names))
        note = view.field("note", "coverage.note", hint: "coverage.noteHint")
        others =
            found.others.isEmpty
            ? nil : view.choice("pieces", "coverage.otherPieces", ofNames: CoverageChoices.pieces(found.others))
    }
}
