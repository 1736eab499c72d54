import Fanghu

/// What the forms of campaigns say, as drafts.
enum CanvassForm {
    static func plan(_ form: FormValues) throws -> CanvassCampaign.Draft {
        CanvassCampaign.Draft(
            place: try form.required("place", as: DivisionID.self),
            title: Words(form.text("title"), form.text("titleEnglish")),
            kinds: Set(form.all("kinds").compactMap { CanvassKind(rawValue: $0) }),
            from: try form.required("from", as: CivilDate.self),
            to: try form.required("to", as: CivilDate.self),
            wantsReceipt: form.isTicked("wantsReceipt"),
            areas: CoverageCut.lines(form.raw("areas"))
        )
    }

    static func selection(_ form: FormValues) throws -> CanvassSelection {
        CanvassSelection(
            committee: try form.optional("committee", as: DivisionID.self),
            kind: try form.optional("kind", as: CanvassKind.self),
            area: form.optionalText("ofArea"),
            street: form.compact("street").isEmpty ? nil : form.compact("street")
        )
    }

    /// A visit; the button that was pressed is its outcome.
    static func visit(_ form: FormValues, to place: PlaceID, newID: CanvassVisitID) throws -> CanvassVisit.Draft {
        let outcome = try form.required("outcome", as: CanvassVisit.Outcome.self)
        let how = outcome.isInformed ? try form.optional("receipt", as: CanvassVisit.Receipt.How.self) : nil
        let members = Set(form.all("members").compactMap { AccountID($0) })
        return CanvassVisit.Draft(
            id: CanvassVisitID(form.raw("id")) ?? newID,
            place: place,
            outcome: outcome,
            channel: outcome == .byPhone ? .phone : .visit,
            members: members.isEmpty ? nil : members,
            helpers: try form.optional("helpers", as: Int.self) ?? 0,
            receipt: how.map { CanvassVisit.Receipt(how: $0, name: form.optionalText("receivedBy")) },
            remarks: form.optionalText("remarks"),
            origin: outcome == .away ? form.optionalText("origin") : nil,
            expectedReturn: outcome == .away ? try form.optional("expectedReturn", as: CivilDate.self) : nil,
            evidence: outcome == .vacant ? try form.optional("evidence", as: Presence.Evidence.self) : nil,
            recheckOn: outcome == .vacant ? try form.optional("recheckOn", as: CivilDate.self) : nil
        )
    }
}

extension CanvassKind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension CanvassVisit.Outcome: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension CanvassVisit.Receipt.How: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension CanvassTeamID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension DoorMarker.Event: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
