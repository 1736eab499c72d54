import Fanghu

/// The choices that forms of coverage share.
enum CoverageChoices {
    static func people(_ accounts: [AccountID], _ names: [AccountID: String]) -> [(value: String, name: Words)] {
        accounts.map { account in
            let name = names[account] ?? account.text
            return (account.text, Words(name, name))
        }
    }

    static func pieces(_ pieces: [CoveragePiece]) -> [(value: String, name: Words)] {
        pieces.map { ($0.id.text, Words($0.name, $0.name)) }
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
    let cut: CutFields

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
        cut = CutFields(view, buildings: buildings)
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
    let reports = CoverageAddress.reports.path

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
