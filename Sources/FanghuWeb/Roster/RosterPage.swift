import Fanghu

/// The roster of a territory: who leads where, where hands are missing, who is posted, how many are on duty.
struct RosterPage: Page {
    static let template = "roster-overview"

    struct Row {
        let link: String
        let place: String
        let now: ResponsibleLine?
    }

    struct Busy {
        let link: String
        let place: String
        let tasks: String
        let observations: String
        let workers: String
        let isBare: Bool
    }

    let rows: [Row]
    let listing: Listing
    let busiest: [Busy]
    let postings: [PostingLineView]
    let day: String
    let organisations: String
    let members: String
    let volunteers: String
    let posts: String

    /// Everything the page shows, read before.
    struct Content {
        let leads: RosterService.Leads
        let busiest: [BusyArea]
        let postings: [RosterService.PostingLine]
        let party: PartyDay
        let names: [AccountID: String]
        let under: DivisionID?
        let isFirst: Bool
        let mayManage: Bool
    }

    init(_ content: Content, _ territory: Territory, now: Instant) {
        rows = content.leads.leads.map { lead in
            Row(
                link: RosterAddress.committee(.of(lead.committee)).path,
                place: PlaceText.short(lead.committee, in: territory),
                now: ResponsibleLine.lines(lead.spans, content.names, now: now, limit: 1).first
            )
        }
        let link = { (after: DivisionID?) in
            RosterAddress.overview.path
                + AddressText.query([("under", content.under?.text), ("after", after?.text)])
        }
        listing = Listing(
            matched: content.leads.matched,
            next: content.leads.hasMore ? content.leads.leads.last.map { link($0.committee) } : nil,
            first: content.isFirst ? nil : link(nil)
        )
        busiest = content.busiest.map { area in
            Busy(
                link: RosterAddress.committee(.of(area.committee)).path,
                place: PlaceText.short(area.committee, in: territory),
                tasks: Listing.grouped(area.openTasks),
                observations: Listing.grouped(area.observations),
                workers: Listing.grouped(area.workers),
                isBare: area.workers == 0
            )
        }
        postings = content.postings.map {
            PostingLineView($0, content.names, territory, mayManage: content.mayManage, now: now)
        }
        day = content.party.day.iso
        organisations = Listing.grouped(content.party.organisations)
        members = Listing.grouped(content.party.membersOnDuty)
        volunteers = Listing.grouped(content.party.volunteers)
        posts = Listing.grouped(content.party.postsStaffed)
    }
}

/// One committee: who leads it now and in the next days, who is away, who is posted there.
struct RosterCommitteePage: Page {
    static let template = "roster-committee"

    struct Away {
        let name: String
        let reason: Words
        let period: Phrase
        let standIn: String?
        let isNow: Bool
        /// Where it is ended; nil for whoever may not.
        let end: String?
    }

    /// What a cadre left to somebody.
    struct Note {
        let name: String
        let successor: String
        let at: String
        let text: String
        let tasks: [Task]
    }

    struct Task {
        let link: String
        let number: String
    }

    /// Where something is added; nil for whoever may not.
    struct Acts {
        let absence: String
        let posting: String
        let party: String
    }

    let back = RosterAddress.overview.path
    let place: String
    let now: ResponsibleLine?
    let changes: [ResponsibleLine]
    let absences: [Away]
    let postings: [PostingLineView]
    let notes: [Note]
    let acts: Acts?

    init(
        _ lead: RosterService.Lead,
        _ postings: [RosterService.PostingLine],
        _ notes: [(posting: Posting, note: HandOverNote)],
        _ names: [AccountID: String],
        mayManage: Bool,
        _ territory: Territory,
        now instant: Instant
    ) {
        let committee = lead.committee
        place = PlaceText.short(committee, in: territory)
        let lines = ResponsibleLine.lines(lead.spans, names, now: instant, limit: 15)
        now = lines.first
        changes = Array(lines.dropFirst())
        absences = lead.absences.map { absence in
            Away(
                name: names[absence.who] ?? "—",
                reason: absence.reason.words,
                period: RosterCommitteePage.period(of: absence, now: instant),
                standIn: absence.standIn.map { names[$0] ?? "—" },
                isNow: absence.isInForce(at: instant),
                end: mayManage ? RosterAddress.endAbsence(.of(absence.id)).path : nil
            )
        }
        self.postings = postings.map { PostingLineView($0, names, territory, mayManage: mayManage, now: instant) }
        self.notes = notes.map { posting, note in
            Note(
                name: names[posting.account] ?? "—",
                successor: names[note.successor] ?? "—",
                at: DeskText.moment(note.at, now: instant),
                text: note.note,
                tasks: note.tasks.enumerated()
                    .map { Task(link: DeskAddress.task(.of($0.element)).path, number: "\($0.offset + 1)") }
            )
        }
        acts =
            mayManage
            ? Acts(
                absence: RosterAddress.addAbsence(.of(committee)).path,
                posting: RosterAddress.addPosting(.of(committee)).path,
                party: RosterAddress.party(.of(committee)).path
            ) : nil
    }

    private static func period(of absence: Absence, now: Instant) -> Phrase {
        let (from, to) = (absence.from, absence.to)
        guard absence.isDaily else {
            return Phrase(
                "roster.once",
                ["from": DeskText.moment(from, now: now), "to": DeskText.moment(absence.end ?? to, now: now)]
            )
        }
        let times = [
            "from": DeskText.moment(from, now: from), "to": DeskText.moment(to, now: to), "day": from.day.iso,
        ]
        guard let until = absence.until else { return Phrase("roster.daily", times) }
        return Phrase("roster.dailyUntil", times.merging(["until": DeskText.moment(until, now: now)]) { $1 })
    }
}
