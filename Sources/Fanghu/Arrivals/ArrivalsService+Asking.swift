extension ArrivalsService {
    /// Which fields of F-01 somebody is asked for, by what they have said so far (R-PRIV-02).
    package func fields(for draft: Registration.Draft, in committee: DivisionID) throws -> Set<RegistrationField> {
        let today = context.now.day
        let version = try version(for: committee, on: today)
        let form = Registration.Form.needed(for: draft, by: version, areas: protocols().areas, today: today)
        return form.fields(by: version)
    }

    /// What would be refused about a draft as it stands; empty when it can be sent.
    ///
    /// - Parameter shown: fields that stood on the page although the form may turn out not to have them.
    package func problems(
        of draft: Registration.Draft,
        in committee: DivisionID,
        alsoOf shown: Set<RegistrationField> = []
    ) throws -> [any Refusal] {
        let now = context.now
        let version = try version(for: committee, on: now.day)
        do {
            _ = try draft.checked(by: version, areas: protocols().areas, notice: noticeVersion, alsoOf: shown, now: now)
            return []
        } catch {
            return error.all
        }
    }
}
