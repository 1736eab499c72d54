import Fanghu

/// The register of a territory, or what a search found in it.
struct PersonListPage: Page {
    static let template = "people-list"

    struct Row {
        let link: String
        let name: String
        let sex: Words
        let born: Phrase?
        let phone: String
        let document: String
        let place: String
        let address: String
        let isPending: Bool
    }

    struct Tab {
        let label: Phrase
        let link: String
        let isCurrent: Bool
    }

    let form: FormView?
    let action = PersonAddress.list.path
    let search: Field
    let tabs: [Tab]
    let rows: [Row]
    let matched: Phrase?
    let next: String?
    let first: String?

    init(
        _ view: FormView,
        _ found: PersonPage,
        text: String,
        onlyPending: Bool,
        after: PersonReference?,
        _ territory: Territory
    ) {
        form = view
        search = view.field("q", "people.search", hint: "people.searchHint", kind: .search)
        let path = PersonAddress.list.path
        let pending = path + AddressText.query([("pending", "1")])
        tabs = [
            Tab(label: "people.everybody", link: path, isCurrent: text.isEmpty && !onlyPending),
            Tab(label: "people.pending", link: pending, isCurrent: text.isEmpty && onlyPending),
        ]
        rows = found.persons.map { Row($0, territory) }
        matched = found.total.map { Phrase("people.matched", ["count": Listing.grouped($0)]) }
        let kept = [("q", text), ("pending", onlyPending ? "1" : nil)] as [(name: String, value: String?)]
        next = found.next.map { path + AddressText.query(kept + [("after", $0.addressText)]) }
        first = after == nil ? nil : path + AddressText.query(kept)
    }
}

extension PersonListPage.Row {
    init(_ person: MaskedPerson, _ territory: Territory) {
        link = PersonAddress.of(person.reference).path
        name = person.name
        sex = person.sex.words
        born = person.birthDecade.map { Phrase("people.decade", ["decade": "\($0)"]) }
        phone = person.phone ?? "—"
        document = person.document ?? "—"
        place = PlaceText.name(person.committee, in: territory)
        address = person.address ?? "—"
        isPending = person.documentPending
    }
}

/// One person: masked details, or all of them for a reason, and the course of what happened.
struct PersonPageView: Page {
    static let template = "people-person"

    struct Line {
        let at: String
        let phrase: Phrase?
        let words: Words?
        let link: String?
        let role: Words?
    }

    struct Shown {
        let name: String
        let born: String
        let documents: [String]
        let phones: [String]
        let address: String
        let registered: String
    }

    let form: FormView?
    let back = PersonAddress.list.path
    let name: String
    let row: PersonListPage.Row
    let place: String
    /// The whole of it, in this answer only.
    let shown: Shown?
    /// Where to ask for it; nil for who may not.
    let show: String?
    /// Whether the question for the reason stands open, because its answer was wrong.
    let isAsking: Bool
    let reason: Choice
    let reasonText: Field
    let lines: [Line]

    init(
        _ view: FormView,
        _ person: MaskedPerson,
        shown: Person?,
        _ entries: [PersonHistory.Entry],
        mayShow: Bool,
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        name = person.name
        row = PersonListPage.Row(person, territory)
        place = territory.fullName(of: person.committee)
        self.shown = shown.map { Shown($0.details) }
        show = mayShow && shown == nil ? PersonAddress.of(person.reference).path : nil
        isAsking = !view.refusals.isEmpty
        let reasons = ["contact", "visit", "check", "correct", "other"]
        reason = view.choice("reason", "people.reason", of: reasons.map { ($0, Phrase("people.reasons.\($0)")) })
        reasonText = view.field("reasonText", "people.reasonText", isOptional: true)
        lines = entries.prefix(200)
            .map { entry in
                var phrase: Phrase?
                var words: Words?
                switch entry.what {
                case .phrase(let text): phrase = text
                case .words(let text): words = text
                }
                return Line(
                    at: DeskText.moment(entry.at, now: now),
                    phrase: phrase,
                    words: words,
                    link: entry.link,
                    role: entry.role?.words
                )
            }
    }
}

extension PersonPageView.Shown {
    init(_ details: PersonDetails) {
        name = details.name.text
        born = details.birthDate?.iso ?? "—"
        documents = details.documents.map(\.number)
        phones = details.phones.map(\.e164)
        address = details.address ?? "—"
        registered = details.registeredDivision ?? "—"
    }
}
