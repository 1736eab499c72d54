import Fanghu

/// One act of the roster as a form: absences, postings, ends of postings and counts share it.
struct RosterFormPage: Page {
    static let template = "roster-form"

    /// One question; exactly one of them is there.
    struct Part {
        var select: Choice?
        var field: Field?
        var area: Field?
        var boxes: Choice?
    }

    let form: FormView?
    let title: Phrase
    let place: String
    let hint: Phrase
    let back: String
    let action: String
    let parts: [Part]

    static func absence(
        _ view: FormView,
        of committee: DivisionID,
        leaders: [(value: String, name: Words)],
        people: [(value: String, name: Words)],
        _ territory: Territory
    ) -> RosterFormPage {
        let reasons = Absence.Reason.allCases.map { ($0.rawValue, $0.words) }
        let standIn = view.choice(
            "standIn",
            "roster.standIn",
            hint: "roster.standInHint",
            ofNames: people,
            isOptional: true
        )
        let from = view.field("from", "roster.fromDay", hint: "roster.atOnceHint", kind: .date, isOptional: true)
        let until = view.field("until", "roster.lastDay", hint: "roster.lastDayHint", kind: .date, isOptional: true)
        return RosterFormPage(
            form: view,
            title: "roster.addAbsence",
            place: PlaceText.short(committee, in: territory),
            hint: "roster.absenceHint",
            back: RosterAddress.committee(.of(committee)).path,
            action: RosterAddress.addAbsence(.of(committee)).path,
            parts: [
                Part(select: view.choice("who", "roster.who", ofNames: leaders)),
                Part(select: view.choice("reason", "roster.reason", ofNames: reasons)),
                Part(field: from),
                Part(field: view.field("fromTime", "roster.fromTime", kind: .clock, isOptional: true)),
                Part(field: view.field("to", "roster.toDay", kind: .date)),
                Part(field: view.field("toTime", "roster.toTime", kind: .clock)),
                Part(boxes: view.choice("daily", "roster.repeats", of: [("yes", "roster.everyDay")], isOptional: true)),
                Part(field: until), Part(select: standIn),
            ]
        )
    }

    static func posting(_ view: FormView, of committee: DivisionID, _ territory: Territory) -> RosterFormPage {
        let last = view.field("to", "roster.lastDay", hint: "roster.lastDayHint", kind: .date, isOptional: true)
        return RosterFormPage(
            form: view,
            title: "roster.addPosting",
            place: PlaceText.short(committee, in: territory),
            hint: "roster.postingHint",
            back: RosterAddress.committee(.of(committee)).path,
            action: RosterAddress.addPosting(.of(committee)).path,
            parts: [
                Part(field: view.field("name", "access.name", hint: "roster.nameHint", kind: .userName)),
                Part(field: view.field("homeUnit", "roster.homeUnit")),
                Part(field: view.field("trainedOn", "roster.trainedOn", hint: "roster.trainedHint", kind: .date)),
                Part(
                    field: view.field(
                        "from",
                        "roster.firstDay",
                        hint: "roster.atOnceHint",
                        kind: .date,
                        isOptional: true
                    )
                ),
                Part(field: last),
                Part(field: view.field("letter", "roster.letter", isOptional: true)),
                Part(area: view.field("logistics", "roster.logistics", hint: "roster.logisticsHint", isOptional: true)),
            ]
        )
    }

    static func endPosting(
        _ view: FormView,
        _ line: RosterService.PostingLine,
        name: String,
        people: [(value: String, name: Words)],
        _ territory: Territory
    ) -> RosterFormPage {
        let isFree = line.openTasks == 0
        return RosterFormPage(
            form: view,
            title: "roster.endPosting",
            place: "\(name) · \(PlaceText.short(line.posting.committee, in: territory))",
            hint: Phrase("roster.openTasks", ["count": Listing.grouped(line.openTasks)]),
            back: RosterAddress.committee(.of(line.posting.committee)).path,
            action: RosterAddress.endPosting(.of(line.posting.id)).path,
            parts: [
                Part(select: view.choice("successor", "roster.successor", ofNames: people, isOptional: isFree)),
                Part(area: view.field("note", "roster.note", hint: "roster.noteHint", isOptional: isFree)),
            ]
        )
    }

    static func party(_ view: FormView, of committee: DivisionID, _ territory: Territory) -> RosterFormPage {
        RosterFormPage(
            form: view,
            title: "roster.reportParty",
            place: PlaceText.short(committee, in: territory),
            hint: "roster.partyHint",
            back: RosterAddress.committee(.of(committee)).path,
            action: RosterAddress.party(.of(committee)).path,
            parts: [
                Part(field: view.field("day", "roster.day", kind: .date)),
                Part(field: view.field("membersOnDuty", "roster.members", kind: .whole)),
                Part(field: view.field("volunteers", "roster.volunteers", kind: .whole)),
                Part(field: view.field("postsStaffed", "roster.posts", kind: .whole)),
            ]
        )
    }
}
