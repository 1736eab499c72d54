import Fanghu

/// Reports that wait to be sent on, each with its button; where a level is skipped it asks why.
struct ReportsPage: Page {
    static let template = "coverage-reports"

    struct Tab {
        let label: Words
        let link: String
        let isCurrent: Bool
    }

    struct Line {
        let action: String
        let link: String
        let piece: String
        let place: String
        let who: String
        let at: String
        let heard: Phrase
        let isWhole: Bool
        let problem: String?
        /// Absent where the report stands at the reader's own level already.
        let send: Phrase?
        let level: String
        /// Absent where no level is skipped.
        let skips: Words?
        /// The field's id; the one that was wrong bears the name that the summary points at.
        let note: String
        let reason: String
        let isWrong: Bool
    }

    let form: FormView?
    let back: String
    let tabs: [Tab]
    let hint: Phrase
    var lines: [Line] = []
    var next: String?

    init(_ view: FormView, _ choice: ReportChoice, isForArea: Bool) {
        form = view
        back = (isForArea ? CoverageAddress.mine : CoverageAddress.overview).path
        hint = isForArea ? "coverage.reportsHintArea" : "coverage.reportsHint"
        let levels: [CoverageLevel] = isForArea ? [.buildingHead] : [.buildingHead, .areaHead, .committee]
        tabs = levels.map { level in
            var link = ReportChoice(level: level)
            link.under = choice.under
            return Tab(label: level.words, link: link.link, isCurrent: level == choice.level)
        }
    }

    mutating func take(
        _ found: [WaitingReport],
        _ names: [AccountID: String],
        _ territory: Territory,
        failed: CoverageReportID?,
        now: Instant
    ) {
        lines = found.map { waiting in
            let report = waiting.report
            let isWrong = report.id == failed
            let between = waiting.skips.map(\.words)
            let skipped = Words(
                between.map(\.chinese).joined(separator: "、"),
                between.map(\.english).joined(separator: ", ")
            )
            return Line(
                action: CoverageAddress.passOn(.of(report.id)).path,
                link: CoverageAddress.piece(.of(report.piece)).path,
                piece: waiting.piece.name,
                place: PlaceText.name(report.committee, in: territory),
                who: report.account.flatMap { names[$0] } ?? "—",
                at: DeskText.moment(report.reportedAt, now: now),
                heard: Phrase(
                    "coverage.heardOf",
                    ["heard": Listing.grouped(report.heard), "places": Listing.grouped(report.places)]
                ),
                isWhole: report.heard == report.places,
                problem: waiting.problem,
                send: waiting.level > report.level
                    ? Phrase("coverage.passOn.\(waiting.level.name)") : nil,
                level: report.level.name,
                skips: between.isEmpty ? nil : skipped,
                note: isWrong ? "note" : "note-\(report.id)",
                reason: isWrong ? form?.values.raw("note") ?? "" : "",
                isWrong: isWrong
            )
        }
    }
}
