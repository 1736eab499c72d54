import Fanghu

// Lines that the overview and the page of a committee share.

/// Who is first responsible from one instant to another.
struct ResponsibleLine {
    /// Nil is the alarm.
    let name: String?
    let office: Words?
    /// Whose place they take.
    let absentee: String?
    let from: String
    /// Nil where nothing changes in the days shown.
    let to: String?

    init(_ span: ResponsibleSpan, isLast: Bool, _ names: [AccountID: String], now: Instant) {
        let holder = span.first.holder
        name = holder.map { names[$0.account] ?? "—" }
        office = holder?.office?.role.words
        absentee = holder?.standingInFor.map { names[$0] ?? "—" }
        from = DeskText.moment(span.from, now: now)
        to = isLast ? nil : DeskText.moment(span.to, now: now)
    }

    static func lines(
        _ spans: [ResponsibleSpan],
        _ names: [AccountID: String],
        now: Instant,
        limit: Int
    ) -> [ResponsibleLine] {
        spans.enumerated().prefix(limit)
            .map { ResponsibleLine($0.element, isLast: $0.offset == spans.count - 1, names, now: now) }
    }
}

/// One posting.
struct PostingLineView {
    let name: String
    let place: String
    let link: String
    let homeUnit: String
    let from: String
    let to: String?
    let trained: String
    let letter: String
    let logistics: String
    let openTasks: String
    let isOver: Bool
    /// Over, and yet something is open: a hand-over is owed.
    let isOwed: Bool
    /// Where it is ended or handed over; nil for what is done, and for whoever may not.
    let end: String?

    init(
        _ line: RosterService.PostingLine,
        _ names: [AccountID: String],
        _ territory: Territory,
        mayManage: Bool,
        now: Instant
    ) {
        let posting = line.posting
        name = names[posting.account] ?? "—"
        place = PlaceText.short(posting.committee, in: territory)
        link = RosterAddress.committee(.of(posting.committee)).path
        homeUnit = posting.homeUnit
        from = DeskText.moment(posting.from, now: now)
        to = posting.to.map { DeskText.moment($0, now: now) }
        trained = posting.trainedOn.iso
        letter = posting.letter
        logistics = posting.logistics
        openTasks = Listing.grouped(line.openTasks)
        isOver = posting.isOver(at: now)
        isOwed = isOver && line.openTasks > 0
        end = mayManage && (!isOver || isOwed) ? RosterAddress.endPosting(.of(posting.id)).path : nil
    }
}

extension RosterService.Lead {
    /// Everybody whose name its lines print.
    var accounts: [AccountID] {
        spans.compactMap(\.first.holder).flatMap { [$0.account, $0.standingInFor].compactMap { $0 } }
            + absences.flatMap { [$0.who, $0.standIn].compactMap { $0 } }
    }
}
