import Fanghu

/// One measure as lists show it.
struct MeasureLine {
    let kind: Words
    let text: Words
    let place: String
    let period: Phrase
    let decision: String
    let isNow: Bool
    /// Where it is ended; nil for what is over.
    let end: String?

    init(_ measure: Measure, _ territory: Territory, now: Instant) {
        kind = measure.kind.words
        let english = measure.text.english
        text = english.isEmpty ? Words(measure.text.chinese, measure.text.chinese) : measure.text
        place = PlaceText.short(measure.committee, in: territory)
        let from = DeskText.moment(measure.from, now: now)
        period =
            measure.to.map { Phrase("measures.period", ["from": from, "to": DeskText.moment($0, now: now)]) }
            ?? Phrase("measures.since", ["from": from])
        decision = measure.decision
        isNow = measure.isInForce(at: now)
        end =
            measure.to.map { $0 > now } ?? true
            ? MeasureAddress.end(.of(measure.id)).path : nil
    }
}

/// What is in force or to come in a territory, and the compounds whose sheets can be opened.
struct MeasureListPage: Page {
    static let template = "measures-list"

    struct Sheet {
        let link: String
        let name: String
        let place: String
    }

    let add = MeasureAddress.add.path
    let rows: [Row]
    let listing: Listing
    let sheets: [Sheet]

    struct Row {
        let line: MeasureLine
        /// The compound that does it besides; nil for all of the place.
        let compound: String?
        let link: String?
    }

    init(
        _ listed: MeasureService.Listed,
        _ compounds: [Compound],
        _ territory: Territory,
        under: DivisionID?,
        isFirst: Bool,
        now: Instant
    ) {
        let names = Dictionary(compounds.map { ($0.id, $0.name) }) { first, _ in first }
        rows = listed.measures.map { measure in
            Row(
                line: MeasureLine(measure, territory, now: now),
                compound: measure.compound.map { names[$0] ?? "—" },
                link: measure.compound.map { MeasureAddress.compound(.of($0)).path }
            )
        }
        let link = { (after: MeasureKey?) in
            MeasureAddress.list.path
                + AddressText.query([("under", under?.text), ("after", after?.addressText)])
        }
        listing = Listing(
            matched: listed.matched,
            next: listed.next.map { link($0) },
            first: isFirst ? nil : link(nil)
        )
        sheets = compounds.filter { !$0.isClosed }
            .map {
                Sheet(
                    link: MeasureAddress.compound(.of($0.id)).path,
                    name: $0.name,
                    place: PlaceText.short($0.committee, in: territory)
                )
            }
    }
}

/// What one compound does: like all others, and besides.
struct MeasureSheetPage: Page {
    static let template = "measures-sheet"

    struct Conflict {
        let first: Words
        let second: Words
        let isDouble: Bool
    }

    let back = MeasureAddress.list.path
    let name: String
    let place: String
    let add: String
    let notice: String
    let parts: [Part]
    let conflicts: [Conflict]

    /// Measures under a heading.
    struct Part {
        let title: Phrase
        let lines: [MeasureLine]
    }

    init(_ compound: Compound, _ sheet: MeasureSheet, _ territory: Territory, now: Instant) {
        name = compound.name
        place = PlaceText.short(compound.committee, in: territory)
        add = MeasureAddress.add.path + AddressText.query([("compound", compound.id.text)])
        notice = MeasureAddress.notice(.of(compound.id)).path
        let lines = { (measures: [Measure]) in measures.map { MeasureLine($0, territory, now: now) } }
        parts = [
            Part(title: "measures.common", lines: lines(sheet.common)),
            Part(title: "measures.besides", lines: lines(sheet.besides)),
            Part(title: "measures.coming", lines: lines(sheet.coming)),
            Part(title: "measures.past", lines: lines(sheet.past)),
        ]
        conflicts = sheet.conflicts.map {
            Conflict(first: $0.first.kind.words, second: $0.second.kind.words, isDouble: $0.isDouble)
        }
    }
}

/// The sheet for the notice board, in both languages.
struct MeasureNoticePage: Page {
    static let template = "measures-notice"

    struct Item {
        let chinese: String
        let english: String
        let decision: String
        let until: String?
    }

    let back: String
    let name: String
    let place: String
    let day: String
    let common: [Item]
    let besides: [Item]

    init(_ compound: Compound, _ sheet: MeasureSheet, _ territory: Territory) {
        back = MeasureAddress.compound(.of(compound.id)).path
        name = compound.name
        place = PlaceText.name(compound.committee, in: territory)
        day = sheet.instant.day.iso
        common = sheet.common.map { MeasureNoticePage.item($0, now: sheet.instant) }
        besides = sheet.besides.map { MeasureNoticePage.item($0, now: sheet.instant) }
    }

    private static func item(_ measure: Measure, now: Instant) -> Item {
        let english = measure.text.english
        return Item(
            chinese: "\(measure.kind.words.chinese)：\(measure.text.chinese)",
            english: english.isEmpty ? measure.kind.words.english : "\(measure.kind.words.english): \(english)",
            decision: measure.decision,
            until: measure.to.map { DeskText.moment($0, now: now) }
        )
    }
}

/// The form of a measure, for a division or for one compound.
struct MeasureFormPage: Page {
    static let template = "measures-form"

    let form: FormView?
    let back: String
    let action = MeasureAddress.add.path
    /// The compound it is for; nil for all of a division.
    let compound: String?
    let name: String?
    let place: Choice?
    let kind: Choice
    let texts: [Field]
    let fields: [Field]

    init(_ view: FormView, _ compound: Compound?, _ divisions: [DivisionID], _ territory: Territory) {
        form = view
        back = compound.map { MeasureAddress.compound(.of($0.id)).path } ?? MeasureAddress.list.path
        self.compound = compound?.id.text
        name = compound?.name
        let places = divisions.map { id in
            let name = PlaceText.short(id, in: territory)
            return (value: id.text, name: Words(name, name))
        }
        place =
            compound == nil ? view.choice("place", "measures.place", hint: "measures.placeHint", ofNames: places) : nil
        kind = view.choice(
            "kind",
            "measures.kind",
            ofNames: Measure.Kind.allCases.map { ($0.rawValue, $0.words) }
        )
        texts = [
            view.field("textChinese", "measures.textChinese"),
            view.field("textEnglish", "measures.textEnglish", isOptional: true),
        ]
        fields = [
            view.field("from", "measures.firstDay", hint: "roster.atOnceHint", kind: .date, isOptional: true),
            view.field("to", "roster.lastDay", hint: "roster.lastDayHint", kind: .date, isOptional: true),
            view.field("decision", "measures.decision", hint: "measures.decisionHint"),
        ]
    }
}
