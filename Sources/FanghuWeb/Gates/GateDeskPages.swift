import Fanghu

/// Every post and every open gate of a territory, with who stands there now.
struct GateListPage: Page {
    static let template = "gates-list"

    struct Row {
        /// The post; nil for a gate that has none.
        let link: String?
        /// Where one is set up; nil for who has one.
        let add: String?
        let name: String
        let compound: String?
        let place: String
        let kind: Words
        let hours: String
        let staffing: Words
        let isEmpty: Bool
        let isShort: Bool
        let isGood: Bool
        let who: [String]
        let next: String?
    }

    let rows: [Row]
    let listing: Listing
    let add = GateAddress.add.path
    let measures = MeasureAddress.list.path
    let open: String
    let empty: String
    let hasEmpty: Bool

    init(
        _ listed: GateService.Listed,
        _ names: [AccountID: String],
        _ territory: Territory,
        under: DivisionID?,
        isFirst: Bool,
        now: Instant
    ) {
        rows = listed.lines.map { GateListPage.row($0, names, territory, now: now) }
        let link = { (after: GateKey?) in
            GateAddress.desk.path
                + AddressText.query([("under", under?.text), ("after", after?.addressText)])
        }
        listing = Listing(
            matched: listed.tally.all,
            next: listed.next.map { link($0) },
            first: isFirst ? nil : link(nil)
        )
        open = Listing.grouped(listed.tally.open)
        empty = Listing.grouped(listed.tally.empty)
        hasEmpty = listed.tally.empty > 0
    }

    private static func row(
        _ line: GateService.Line,
        _ names: [AccountID: String],
        _ territory: Territory,
        now: Instant
    ) -> Row {
        let post = line.post
        let coming = line.shifts.first { $0.from > now }
        return Row(
            link: line.hasPost ? GateAddress.deskPost(.of(post.id)).path : nil,
            add: line.hasPost
                ? nil : GateAddress.add.path + AddressText.query([("where", post.place?.text)]),
            name: post.name,
            compound: line.compoundName,
            place: PlaceText.short(post.committee, in: territory),
            kind: post.kind.words,
            hours: GateText.hours(post.hours),
            staffing: line.staffing.words,
            isEmpty: line.staffing == .empty,
            isShort: line.staffing.name == "short",
            isGood: line.staffing.name == "staffed",
            who: line.shifts.filter { $0.isInForce(at: now) }.map { GateText.who($0.who, names) },
            next: coming.map { "\(DeskText.moment($0.from, now: now)) \(GateText.who($0.who, names))" }
        )
    }
}

/// One post: its shifts and the latest of its log, without anybody's name.
struct GatePostPage: Page {
    static let template = "gates-post"

    struct Shift {
        let who: String
        let from: String
        let to: String
        let isNow: Bool
        let end: String
    }

    struct Passing {
        let at: String
        let direction: Words
        let visit: Words
        let decision: Words
        let reason: Words
        let isStop: Bool
        let isSecond: Bool
        let by: String
    }

    let back = GateAddress.desk.path
    let name: String
    let place: String
    let kind: Words
    let hours: String
    let wanted: String
    let staffing: Words
    let isEmpty: Bool
    let plan: String
    let shifts: [Shift]
    let log: [Passing]
    let older: String?

    init(
        _ post: GatePost,
        _ shifts: [DutyShift],
        _ log: [GatePassing],
        _ names: [AccountID: String],
        _ territory: Territory,
        now: Instant
    ) {
        name = post.name
        place = PlaceText.short(post.committee, in: territory)
        kind = post.kind.words
        hours = GateText.hours(post.hours)
        wanted = "\(post.wanted)"
        let staffed = Staffing(of: post, shifts, at: now)
        staffing = staffed.words
        isEmpty = staffed == .empty
        plan = GateAddress.shifts(.of(post.id)).path
        self.shifts = shifts.map { shift in
            Shift(
                who: GateText.who(shift.who, names),
                from: DeskText.moment(shift.from, now: now),
                to: DeskText.moment(shift.to, now: now),
                isNow: shift.isInForce(at: now),
                end: GateAddress.endShift(.of(shift.id)).path
            )
        }
        self.log = log.map { passing in
            Passing(
                at: DeskText.moment(passing.at, now: now),
                direction: passing.direction.words,
                visit: passing.visit.words,
                decision: passing.verdict.decision.words,
                reason: passing.verdict.reason.words,
                isStop: passing.verdict.decision == .stop,
                isSecond: passing.verdict.decision == .secondCheck,
                by: names[passing.by] ?? "—"
            )
        }
        older =
            log.count < 50
            ? nil
            : log.last.map {
                GateAddress.deskPost(.of(post.id)).path
                    + AddressText.query([("before", String($0.at.microseconds))])
            }
    }
}

/// Texts that the pages of gates share.
enum GateText {
    static func hours(_ hours: OpeningHours) -> String {
        hours == .always ? "24h" : "\(clock(hours.opens))–\(clock(hours.closes))"
    }

    static func who(_ who: DutyShift.Who, _ names: [AccountID: String]) -> String {
        switch who {
        case .staff(let account): names[account] ?? "—"
        case .helpers(let team, let heads): "\(team) × \(heads)"
        }
    }

    private static func clock(_ minutes: Int) -> String {
        [minutes / 60, minutes % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

extension DutyShift {
    var account: AccountID? {
        guard case .staff(let account) = who else { return nil }
        return account
    }
}
