import Fanghu

/// What a list of targets is narrowed to; raw values stand in addresses.
enum CanvassPart: String, CaseIterable, AddressValue {
    case all
    case open
    case untouched
    case nobody
    case refused
    case unreceipted
    case done
    case explained

    var addressText: String { rawValue }
    init?(addressText: String) { self.init(rawValue: addressText) }

    var states: [CanvassTarget.State] {
        switch self {
        case .all: CanvassTarget.State.allCases
        case .open: CanvassTarget.State.allCases.filter { !$0.isSettled }
        case .untouched: [.untouched]
        case .nobody: [.nobody]
        case .refused: [.refused]
        case .unreceipted: [.unreceipted]
        case .done: [.done, .vacant, .away]
        case .explained: [.explained]
        }
    }

    var words: Words {
        switch self {
        case .all: Words("全部", "All")
        case .open: Words("未完成", "Open")
        case .untouched, .nobody, .refused, .unreceipted, .done, .explained: states[0].words
        }
    }
}

/// One line of a list of doors.
struct CanvassDoorLine {
    let link: String
    let name: String
    let place: String
    let kind: Words
    let area: String
    let state: Words
    let marker: Words?
    let isTorn: Bool
    let isSettled: Bool
    let isInformed: Bool
    let visits: String
    let last: String

    init(_ target: CanvassTarget, _ territory: Territory, now: Instant) {
        link = CanvassAddress.door(.of(target.campaign), .of(target.place)).path
        name = CanvassText.name(target)
        place = PlaceText.name(target.committee, in: territory)
        kind = target.kind.words
        area = target.area ?? "–"
        state = target.state.words
        marker = target.marker == .none ? nil : target.marker.words
        isTorn = target.marker == .torn
        isSettled = target.state.isSettled
        isInformed = target.informedAt != nil
        visits = "\(target.visits)"
        last = target.lastVisitAt.map { DeskText.moment($0, now: now) } ?? "–"
    }
}

/// A campaign's list in the order of a walk.
struct CanvassTargetsPage: Page {
    static let template = "canvass-targets"

    struct Tab {
        let label: Words
        let link: String
        let isCurrent: Bool
    }

    let title: Words
    let back: String
    let tabs: [Tab]
    let lines: [CanvassDoorLine]
    let listing: Listing

    init(
        _ campaign: CanvassCampaign,
        _ part: CanvassPart,
        _ page: PlacePage<CanvassTarget, DwellingKey>,
        isFirst: Bool,
        maySee: Bool,
        _ territory: Territory,
        now: Instant
    ) {
        title = campaign.title
        back = maySee ? CanvassAddress.campaign(.of(campaign.id)).path : CanvassAddress.list.path
        let link = { (part: CanvassPart, after: DwellingKey?) in
            CanvassAddress.targets(.of(campaign.id)).path
                + AddressText.query([("state", part.rawValue), ("after", after?.addressText)])
        }
        tabs = CanvassPart.allCases.map { Tab(label: $0.words, link: link($0, nil), isCurrent: $0 == part) }
        lines = page.places.map { CanvassDoorLine($0, territory, now: now) }
        listing = Listing(
            matched: page.total,
            next: page.next.map { link(part, $0) },
            first: isFirst ? nil : link(part, nil)
        )
    }
}

/// The doors of a territory with a notice on them.
struct CanvassMarkersPage: Page {
    static let template = "canvass-markers"

    let back = CanvassAddress.list.path
    let lines: [CanvassDoorLine]
    let next: String?

    init(
        _ targets: [CanvassTarget],
        next key: DwellingKey?,
        under: DivisionID?,
        _ territory: Territory,
        now: Instant
    ) {
        lines = targets.map { CanvassDoorLine($0, territory, now: now) }
        next = key.map {
            CanvassAddress.markers.path
                + AddressText.query([("under", under?.text), ("after", $0.addressText)])
        }
    }
}
