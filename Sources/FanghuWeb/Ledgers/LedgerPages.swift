import Fanghu

/// Where a ledger is sent, and what came in.
struct LedgerListPage: Page {
    static let template = "ledgers-list"

    struct Line {
        let at: String
        let kind: Words
        let place: String
        let file: String
        let counts: Phrase
        let undo: String?
        let undone: Phrase?
    }

    let form: FormView?
    let action: String
    let kind: Choice
    let committee: Choice
    let file: Field
    let lines: [Line]

    init(
        _ view: FormView,
        _ imports: [LedgerImport],
        committees: [Division],
        _ territory: Territory,
        now: Instant
    ) {
        let chosen =
            view.values.names.isEmpty
            ? FormView(
                FormValues(["kind": LedgerKind.households.rawValue, "committee": committees.first?.id.text ?? ""])
            )
            : view
        form = view
        action = LedgerAddress.list.path
        kind = chosen.choice("kind", "ledgers.kind", ofNames: LedgerKind.allCases.map { ($0.rawValue, $0.words) })
        committee = chosen.choice(
            "committee",
            "desk.place",
            ofNames: committees.map { ($0.id.text, Words($0.name, $0.name)) }
        )
        file = view.field("file", "ledgers.file", hint: "ledgers.fileHint", kind: .sheet)
        lines = imports.map { found in
            Line(
                at: DeskText.moment(found.at, now: now),
                kind: found.kind.words,
                place: territory.node(found.committee)?.name ?? "",
                file: found.fileName,
                counts: Phrase(
                    "ledgers.counts",
                    [
                        "created": Listing.grouped(found.created), "changed": Listing.grouped(found.changed),
                        "unchanged": Listing.grouped(found.unchanged), "wrong": Listing.grouped(found.wrong),
                    ]
                ),
                undo: found.undoneAt == nil ? LedgerAddress.undo(.of(found.id)).path : nil,
                undone: found.undoneAt.map { _ in
                    Phrase("ledgers.undoneWith", ["kept": Listing.grouped(found.kept ?? 0)])
                }
            )
        }
    }
}

/// A ledger before it is taken in: which column is what, what it would do, and what is wrong with which row.
struct LedgerPreviewPage: Page {
    static let template = "ledgers-preview"

    struct Column {
        let letter: String
        let heading: String
        let sample: String
        let meaning: Choice
    }

    struct Wrong {
        let row: String
        let column: String
        let words: Words
    }

    let form: FormView?
    let title: Words
    let file: String
    let place: String
    let action: String
    let sheet: Choice?
    let columns: [Column]
    let counts: Phrase?
    let isRepeat: Bool
    let wrong: [Wrong]
    let hasWrong: Bool
    let more: Phrase?
    let mayImport: Bool

    /// How many wrong rows the page shows; the rest are in the file of corrections.
    private static let shown = 50

    init(
        _ view: FormView,
        _ upload: LedgerUpload,
        _ table: LedgerTable,
        _ report: LedgerReport,
        in language: Language,
        _ territory: Territory
    ) {
        let names = Dictionary(
            upload.kind.columns.map { ($0.name, $0.heading) },
            uniquingKeysWith: { first, _ in first }
        )
        self.init(
            view,
            upload,
            table,
            columns: Self.columns(of: table, report.reading, upload.kind),
            counts: Phrase(
                "ledgers.counts",
                [
                    "created": Listing.grouped(report.created), "changed": Listing.grouped(report.changed),
                    "unchanged": Listing.grouped(report.unchanged), "wrong": Listing.grouped(report.problems.count),
                ]
            ),
            isRepeat: report.isRepeat,
            wrong: report.problems.prefix(Self.shown)
                .map { Wrong(row: "\($0.row)", column: names[$0.column] ?? $0.column, words: $0.words) },
            more: report.problems.count > Self.shown
                ? Phrase("ledgers.more", ["count": Listing.grouped(report.problems.count - Self.shown)]) : nil,
            mayImport: report.created + report.changed > 0,
            territory
        )
    }

    /// For a sheet in which no header was found.
    init(_ view: FormView, _ upload: LedgerUpload, _ table: LedgerTable, _ territory: Territory) {
        self.init(
            view,
            upload,
            table,
            columns: Self.columns(of: table, LedgerReading(), upload.kind),
            counts: nil,
            isRepeat: false,
            wrong: [],
            more: nil,
            mayImport: false,
            territory
        )
    }

    private init(
        _ view: FormView,
        _ upload: LedgerUpload,
        _ table: LedgerTable,
        columns: [Column],
        counts: Phrase?,
        isRepeat: Bool,
        wrong: [Wrong],
        more: Phrase?,
        mayImport: Bool,
        _ territory: Territory
    ) {
        form = view
        title = upload.kind.words
        file = upload.file.name
        place = territory.fullName(of: upload.committee)
        action = LedgerAddress.upload(.of(upload.id)).path
        let sheets = table.sheets.map { (value: $0, name: Words($0, $0)) }
        sheet =
            sheets.count > 1
            ? FormView(FormValues(["sheet": table.sheet ?? ""])).choice("sheet", "ledgers.sheet", ofNames: sheets) : nil
        self.columns = columns
        self.counts = counts
        self.isRepeat = isRepeat
        self.wrong = wrong
        hasWrong = !wrong.isEmpty
        self.more = more
        self.mayImport = mayImport
    }

    private static func columns(of table: LedgerTable, _ reading: LedgerReading, _ kind: LedgerKind) -> [Column] {
        let header = table.rows.last { $0.number <= reading.headerRow } ?? table.rows.first
        let data = table.rows.filter { $0.number > reading.headerRow }
        let meanings =
            kind.columns.map { (value: $0.name, name: Words($0.heading, $0.name)) }
            + [(value: "-", name: Words("不导入", "not imported"))]
        let byColumn = Dictionary(reading.places.map { ($0.value, $0.key) }, uniquingKeysWith: { first, _ in first })
        return (header?.cells ?? []).indices.prefix(60)
            .map { index in
                let letter = LedgerTable.letters(of: index)
                let name = "column-\(letter)"
                let chosen = FormView(FormValues([name: byColumn[index] ?? "-"]))
                let samples = data.prefix(3).map { $0.cell(index).text }.filter { !$0.isEmpty }
                let sample = samples.map { $0.count > 20 ? $0.prefix(20) + "…" : $0 }.joined(separator: " · ")
                return Column(
                    letter: letter,
                    heading: header?.cell(index).text ?? "",
                    sample: sample,
                    meaning: chosen.choice(name, "ledgers.meaning", ofNames: meanings)
                )
            }
    }
}
