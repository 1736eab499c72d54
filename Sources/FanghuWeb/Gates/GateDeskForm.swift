import Fanghu

/// What the forms of posts and shifts say, as drafts.
enum GateDeskForm {
    /// A post at one of the gates that have none, or a table in a committee.
    static func post(_ form: FormValues, among gates: [GateService.Line]) throws -> GatePost.Draft {
        let choice = form.compact("where")
        let gate = gates.first { $0.post.place?.text == choice }?.post
        let kind = GatePost.Kind(rawValue: choice)
        guard gate != nil || kind == .checkpoint || kind == .registrationPoint else { throw GateRefusal.unknownPlace }
        let opens = try form.required("opens", as: ClockTime.self).minutes
        let closes = try form.required("closes", as: ClockTime.self).minutes
        // Midnight at both ends is a whole day.
        let hours =
            opens == 0 && closes == 0 ? .always : OpeningHours(opens: opens, closes: closes == 0 ? 1440 : closes)
        guard let hours else { throw GateRefusal.hoursWrong }
        return GatePost.Draft(
            committee: try gate?.committee ?? form.required("committee", as: DivisionID.self),
            kind: kind ?? .gate,
            name: form.optionalText("name") ?? gate?.name ?? "",
            compound: gate?.compound,
            place: gate?.place,
            hours: hours,
            wanted: try form.required("wanted", as: Int.self)
        )
    }

    static func shift(_ form: FormValues, at post: GatePostID, now: Instant) throws -> DutyShift.Draft {
        let day = try form.optional("from", as: CivilDate.self)
        let time = try form.optional("fromTime", as: ClockTime.self)
        // Neither a day nor a time is "at once".
        let from = day == nil && time == nil ? nil : (time ?? .midnight).instant(on: day ?? now.day)
        let who: DutyShift.Who
        if let account = try form.optional("account", as: AccountID.self) {
            who = .staff(account)
        } else {
            guard let team = form.optionalText("team") else { throw EdgeRefusal.missingField("account") }
            who = .helpers(team: team, heads: try form.required("heads", as: Int.self))
        }
        return DutyShift.Draft(
            post: post,
            from: from,
            to: try form.required("toTime", as: ClockTime.self).instant(on: form.required("to", as: CivilDate.self)),
            who: who
        )
    }
}
