extension Registration.Draft {
    /// The registration, or one problem for each wrong field; nothing of what the form does not ask for is kept.
    ///
    /// - Parameter shown: fields that stood on a page before it was known whether the form has them.
    /// - Parameter notice: the version of the text shown at first collection that is in force (R-PRIV-03).
    package func checked(
        by version: ProtocolVersion,
        areas: [AreaLevel],
        notice: String,
        alsoOf shown: Set<RegistrationField> = [],
        now: Instant
    ) throws(Refusals) -> Registration {
        let form = Registration.Form.needed(for: self, by: version, areas: areas, today: now.day)
        var check = RegistrationCheck(self, fields: form.fields(by: version).union(shown), today: now.day)
        let person = check.person()
        let stay = check.stay()
        let journey = check.journey()
        let health = check.health(arrivedOn: journey?.arrivedOn)
        if declaration != true { check.refuse(.fieldMissing(.declaration)) }
        if let noticeVersion, noticeVersion != notice { check.refuse(.noticeOutdated) }
        let filledBy = check.text(.filledBy, filledBy, limit: 50)
        guard check.problems.isEmpty, let person, let journey else { throw Refusals(check.onePerField) }
        return Registration(
            person: person,
            stay: stay,
            journey: journey,
            health: health,
            filing: Filing(
                form: form,
                filledBy: filledBy,
                relation: relation ?? .myself,
                noticeVersion: notice,
                declaredAt: now
            ),
            warnings: check.warnings
        )
    }
}

extension RegistrationCheck {
    /// The first problem of each field.
    var onePerField: [ArrivalRefusal] {
        var seen: Set<String?> = []
        return problems.filter { seen.insert($0.field).inserted }
    }
}
