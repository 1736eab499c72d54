extension ProtocolBook {
    /// The book with an old version in force again in one place, for demonstrations and drills.
    ///
    /// Version and titles say that it is a drill; the levels of its time come with it, so that its key areas exist.
    package func rehearsing(
        _ id: ProtocolID,
        at jurisdiction: Jurisdiction,
        from day: CivilDate,
        to end: CivilDate? = nil
    ) throws(ProtocolRefusal) -> ProtocolBook {
        let model = try version(id)
        let drill = ProtocolVersion(
            id: ProtocolID("drill-\(model.id)"),
            jurisdiction: jurisdiction,
            validFrom: day,
            validTo: end,
            title: Words("演练：\(model.title.chinese)", "Drill: \(model.title.english)"),
            sourceText: model.sourceText,
            dayCounting: model.dayCounting,
            fever: model.fever,
            slots: model.slots,
            classes: model.classes,
            feverClinic: model.feverClinic,
            missedInARowForVisit: model.missedInARowForVisit,
            limits: model.limits,
            collection: model.collection,
            transition: model.transition
        )
        let ofItsTime = areas.filter { area in
            area.validFrom < model.validTo ?? day && area.validTo.map { model.validFrom < $0 } ?? true
        }
        let levels = ofItsTime.map { area in
            AreaLevel(
                division: area.division,
                name: area.name,
                risk: area.risk,
                // Those who arrive on the first day of the drill were there before it.
                validFrom: day.adding(days: -60),
                validTo: end,
                source: "drill, after \(area.source)"
            )
        }
        return ProtocolBook(versions: versions + [drill], areas: areas + levels)
    }
}
