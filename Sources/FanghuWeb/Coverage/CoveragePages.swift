import Fanghu

/// The choices that forms of coverage share.
enum CoverageChoices {
    static func people(_ accounts: [AccountID], _ names: [AccountID: String]) -> [(value: String, name: Words)] {
        accounts.map { account in
            let name = names[account] ?? account.text
            return (account.text, Words(name, name))
        }
    }

    static func committee(_ committee: DivisionID, in territory: Territory) -> String {
        PlaceText.short(committee, in: territory)
    }
}

/// The form of a new piece.
struct NewPiecePage: Page {
    static let template = "coverage-new-piece"

    let form: FormView?
    let action = CoverageAddress.addPiece.path
    let back = CoverageAddress.overview.path
    let committee: String
    let place: String
    let fields: [Field]
    let selects: [Choice]
    let buildings: Choice?
    let street: [Field]
    let side: Choice
    let taking: Choice

    init(
        _ view: FormView,
        _ committee: DivisionID,
        areas: [CoverageArea],
        buildings: [Building],
        owners: [(value: String, name: Words)],
        _ territory: Territory
    ) {
        form = view
        self.committee = committee.text
        place = CoverageChoices.committee(committee, in: territory)
        fields = [view.field("name", "coverage.name", hint: "coverage.nameHint")]
        selects = [
            view.choice("scheme", "coverage.scheme", ofNames: CoverageScheme.allCases.map { ($0.rawValue, $0.words) }),
            view.choice(
                "area",
                "coverage.area",
                ofNames: areas.map { ($0.id.text, Words($0.name, $0.name)) },
                isOptional: true
            ),
            view.choice("owner", "coverage.owner", hint: "coverage.ownerHint", ofNames: owners, isOptional: true),
        ]
        let options = buildings.map { (value: $0.id.text, name: Words($0.address, $0.address)) }
        self.buildings =
            options.isEmpty ? nil : view.choice("buildings", "coverage.buildings", ofNames: options, isOptional: true)
        street = [
            view.field("road", "coverage.road", hint: "coverage.roadHint", isOptional: true),
            view.field("firstNumber", "coverage.firstNumber", kind: .whole, isOptional: true),
            view.field("lastNumber", "coverage.lastNumber", kind: .whole, isOptional: true),
        ]
        let sides = StreetRange.Side.allCases.map { ($0.rawValue, Phrase("coverage.side.\($0.rawValue)")) }
        side = view.choice("side", "coverage.sides", of: sides, isOptional: true)
        taking = view.choice("taking", "coverage.taking", of: [("yes", "coverage.takingYes")], isOptional: true)
    }
}

/// The form of a new area.
struct NewAreaPage: Page {
    static let template = "coverage-new-area"

    let form: FormView?
    let action = CoverageAddress.addArea.path
    let back = CoverageAddress.overview.path
    let committee: String
    let place: String
    let name: Field
    let head: Choice

    init(
        _ view: FormView,
        _ committee: DivisionID,
        owners: [(value: String, name: Words)],
        _ territory: Territory
    ) {
        form = view
        self.committee = committee.text
        place = CoverageChoices.committee(committee, in: territory)
        name = view.field("name", "coverage.name", hint: "coverage.areaNameHint")
        head = view.choice("owner", "coverage.head", ofNames: owners, isOptional: true)
    }
}

/// The pieces in somebody's own charge.
struct OwnPiecesPage: Page {
    static let template = "coverage-mine"

    struct Row {
        let link: String
        let name: String
        let scheme: Words
        let place: String
    }

    let rows: [Row]

    init(_ pieces: [CoveragePiece], _ territory: Territory) {
        rows = pieces.map { piece in
            Row(
                link: CoverageAddress.piece(.of(piece.id)).path,
                name: piece.name,
                scheme: piece.scheme.words,
                place: PlaceText.name(piece.committee, in: territory)
            )
        }
    }
}

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

/// One area: its pieces, its head, and the hand-over of the whole in one act.
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

    init(
        _ view: FormView,
        _ area: CoverageArea,
        _ pieces: [CoveragePiece],
        _ charges: CoverageCharges,
        candidates: [AccountID],
        names: [AccountID: String],
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        action = CoverageAddress.area(.of(area.id)).path
        name = area.name
        place = CoverageChoices.committee(area.committee, in: territory)
        self.pieces = OwnPiecesPage(pieces, territory).rows
        self.charges = charges.all.reversed().map { ChargeLine($0, names, now: now) }
        owner = view.choice("owner", "coverage.newHead", ofNames: CoverageChoices.people(candidates, names))
        note = view.field("note", "coverage.note", hint: "coverage.noteHint")
    }
}
