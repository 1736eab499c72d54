import Fanghu

/// One piece: its places to tick off, who answers for it, what can be done about that, and what has become of it.
struct PiecePage: Page {
    static let template = "coverage-piece"

    /// A form for who keeps coverage.
    struct Act {
        let title: Phrase
        let action: String
        var selects: [Choice] = []
        var fields: [Field] = []
    }

    /// A long form that changes what lies in the piece; folded until it is used.
    struct Shape {
        let title: Phrase
        let action: String
        var boxes: [Choice] = []
        var cut: CutFields?
        /// Whether it was just sent and something is wrong with it.
        let isUnfolded: Bool
    }

    /// What a piece's page is made from.
    struct Source {
        let piece: CoveragePiece
        let places: [InventoriedPlace]
        let charges: CoverageCharges
        let history: PieceHistory
        var candidates: [AccountID] = []
        var siblings: [CoveragePiece] = []
        var areas: [CoverageArea] = []
        var buildings: [Building] = []
    }

    let form: FormView?
    let back: String
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
    let shapes: [Shape]
    let split: String?
    let splitName: Field
    let moveTicked: String?
    let target: Choice
    let origins: [PieceHistoryLine]
    let successors: [PieceHistoryLine]
    let reports: [PieceReportLine]

    init(
        _ view: FormView,
        _ source: Source,
        names: [AccountID: String],
        reportID: CoverageReportID,
        _ territory: Territory,
        now: Instant
    ) {
        let (piece, charges) = (source.piece, source.charges)
        form = view
        back = (source.candidates.isEmpty ? CoverageAddress.mine : CoverageAddress.overview).path
        name = piece.name
        scheme = piece.scheme.words
        place = CoverageChoices.committee(piece.committee, in: territory)
        owner = charges.owner(at: now).flatMap { names[$0] }
        ended = piece.endedAt.map { DeskText.moment($0, now: now) }
        isOpen = piece.endedAt == nil
        self.charges = charges.all.reversed().map { ChargeLine($0, names, now: now) }
        report = CoverageAct.report.path(on: piece)
        let sent = view.values.raw("id")
        self.reportID = sent.isEmpty ? reportID.text : sent
        let options = source.places.map { (value: $0.id.text, name: Words($0.address.text, $0.address.text)) }
        heard = view.choice("heard", "coverage.heard", ofNames: options, isOptional: true)
        problem = view.field("problem", "coverage.problem", hint: "coverage.problemHint", isOptional: true)
        count = Phrase("coverage.places", ["count": Listing.grouped(source.places.count)])
        splitName = view.field("name", "coverage.splitName", isOptional: true)
        let siblings = CoverageChoices.pieces(source.siblings)
        target = view.choice("target", "coverage.target", ofNames: siblings, isOptional: true)
        let isManaged = isOpen && !source.candidates.isEmpty
        split = isManaged ? CoverageAct.split.path(on: piece) : nil
        moveTicked = isManaged && !siblings.isEmpty ? CoverageAct.moveTicked.path(on: piece) : nil
        acts = isManaged ? Self.acts(view, source, names, isOwned: owner != nil, now: now) : []
        shapes = isManaged ? Self.shapes(view, source) : []
        origins = source.history.origins.map { PieceHistoryLine($0, now: now) }
        successors = source.history.successors.map { PieceHistoryLine($0, now: now) }
        reports = source.history.reports.map { PieceReportLine($0.report, $0.steps, names, now: now) }
    }

    private static func acts(
        _ view: FormView,
        _ source: Source,
        _ names: [AccountID: String],
        isOwned: Bool,
        now: Instant
    ) -> [Act] {
        let piece = source.piece
        let people = CoverageChoices.people(source.candidates, names)
        let deputies = CoverageChoices.people(source.charges.deputies(at: now), names)
        var acts = [
            Act(
                title: "coverage.handOver",
                action: CoverageAct.handOver.path(on: piece),
                selects: [view.choice("owner", "coverage.newOwner", ofNames: people)],
                fields: [view.field("note", "coverage.note", hint: "coverage.noteHint", isOptional: !isOwned)]
            ),
            Act(
                title: "coverage.nameDeputy",
                action: CoverageAct.nameDeputy.path(on: piece),
                selects: [view.choice("deputy", "coverage.deputy", ofNames: people)]
            ),
        ]
        if !deputies.isEmpty {
            let choice = view.choice("dismissed", "coverage.deputy", ofNames: deputies)
            acts.append(
                Act(
                    title: "coverage.dismissDeputy",
                    action: CoverageAct.dismissDeputy.path(on: piece),
                    selects: [choice]
                )
            )
        }
        if !source.areas.isEmpty {
            let areas = source.areas.map { (value: $0.id.text, name: Words($0.name, $0.name)) }
            let choice = view.choice(
                "area",
                "coverage.area",
                hint: "coverage.areaHint",
                ofNames: areas,
                isOptional: true
            )
            acts.append(
                Act(title: "coverage.toArea", action: CoverageAct.toArea.path(on: piece), selects: [choice])
            )
        }
        return acts
    }

    private static func shapes(_ view: FormView, _ source: Source) -> [Shape] {
        let piece = source.piece
        let cut = CutFields(view, buildings: source.buildings)
        let put = Shape(
            title: "coverage.put",
            action: CoverageAct.put.path(on: piece),
            cut: cut,
            isUnfolded: cut.hasBuildings || cut.hasStreet || cut.hasAddresses || cut.hasOutline
        )
        guard !source.siblings.isEmpty else { return [put] }
        let siblings = CoverageChoices.pieces(source.siblings)
        let choice = view.choice("others", "coverage.mergeWhich", hint: "coverage.mergeHint", ofNames: siblings)
        let merge = Shape(
            title: "coverage.merge",
            action: CoverageAct.merge.path(on: piece),
            boxes: [choice],
            isUnfolded: view.values.isTicked("others")
        )
        return [merge, put]
    }
}

/// Another piece in a piece's history.
struct PieceHistoryLine {
    let link: String
    let name: String
    let at: String

    init(_ found: PieceHistory.Link, now: Instant) {
        link = CoverageAddress.piece(.of(found.piece)).path
        name = found.name
        at = DeskText.moment(found.at, now: now)
    }
}

/// A report in a piece's history, with the levels it has passed.
struct PieceReportLine {
    struct Step {
        let level: Words
        let at: String
        let who: String
        let skipped: String?
    }

    let at: String
    let heard: Phrase
    let hasProblem: Bool
    let steps: [Step]

    init(_ report: CoverageReport, _ steps: [PassedStep], _ names: [AccountID: String], now: Instant) {
        at = DeskText.moment(report.reportedAt, now: now)
        heard = Phrase(
            "coverage.heardOf",
            ["heard": Listing.grouped(report.heard), "places": Listing.grouped(report.places)]
        )
        hasProblem = report.hasProblem
        self.steps = steps.map { step in
            Step(
                level: step.level.words,
                at: DeskText.moment(step.at, now: now),
                who: step.account.flatMap { names[$0] } ?? "—",
                skipped: step.skipped
            )
        }
    }
}
