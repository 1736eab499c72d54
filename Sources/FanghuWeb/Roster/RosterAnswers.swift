import Fanghu

/// What the forms of the roster say, as the drafts of its acts.
enum RosterAnswers {
    static func absence(_ form: FormValues, of committee: DivisionID, now: Instant) throws -> Absence.Draft {
        let day = try form.optional("from", as: CivilDate.self)
        let time = try form.optional("fromTime", as: ClockTime.self)
        // Neither a day nor a time is "at once".
        let from = day == nil && time == nil ? nil : (time ?? .midnight).instant(on: day ?? now.day)
        return Absence.Draft(
            committee: committee,
            who: try form.required("who", as: AccountID.self),
            from: from,
            to: try form.required("toTime", as: ClockTime.self).instant(on: form.required("to", as: CivilDate.self)),
            isDaily: form.isTicked("daily"),
            until: try form.optional("until", as: CivilDate.self)?.adding(days: 1).instant(),
            reason: try form.required("reason", as: Absence.Reason.self),
            standIn: try form.optional("standIn", as: AccountID.self)
        )
    }

    static func posting(_ form: FormValues, of committee: DivisionID, now: Instant) throws -> Posting.Draft {
        let first = try form.optional("from", as: CivilDate.self)
        return Posting.Draft(
            committee: committee,
            name: form.compact("name"),
            homeUnit: form.text("homeUnit"),
            // Today's midnight has passed: whoever comes today begins at once.
            from: first == now.day ? nil : first?.instant(),
            to: try form.optional("to", as: CivilDate.self)?.adding(days: 1).instant(),
            trainedOn: try form.optional("trainedOn", as: CivilDate.self),
            letter: form.text("letter"),
            logistics: form.text("logistics")
        )
    }

    static func party(_ form: FormValues, of committee: DivisionID) throws -> PartyReport {
        try PartyReport(
            committee: committee,
            day: form.required("day", as: CivilDate.self),
            membersOnDuty: form.required("membersOnDuty", as: Int.self),
            volunteers: form.required("volunteers", as: Int.self),
            postsStaffed: form.required("postsStaffed", as: Int.self)
        )
    }
}

/// Hours and minutes of a day in Shanghai, from `18:00`.
struct ClockTime: FormValue, Equatable {
    let minutes: Int

    static let midnight = ClockTime(minutes: 0)

    private init(minutes: Int) { self.minutes = minutes }

    init?(formText: String) {
        let parts = formText.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
            let minute = Int(parts[1]), (0..<24).contains(hour), (0..<60).contains(minute)
        else { return nil }
        minutes = hour * 60 + minute
    }

    func instant(on day: CivilDate) -> Instant { day.instant().adding(minutes: minutes) }
}

extension Absence.Reason: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
