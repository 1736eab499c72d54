/// What was told of a fever or symptom, for the doctor who answers it.
package struct FeverSigns: Hashable, Sendable {
    package let temperature: Temperature?
    package let symptoms: Set<Symptom>
    package let toldAt: Instant

    package init(temperature: Temperature?, symptoms: Set<Symptom>, toldAt: Instant) {
        self.temperature = temperature
        self.symptoms = symptoms
        self.toldAt = toldAt
    }

    /// The right under which each committee's signs are read, with how many there are.
    static func authorities(
        _ committees: [DivisionID],
        checking check: (DivisionID) throws -> Authority
    ) throws -> [(committee: DivisionID, count: Int, authority: Authority)] {
        let counts = Dictionary(committees.map { ($0, 1) }, uniquingKeysWith: +)
        return try counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value, try check($0.key)) }
    }

    /// One entry a committee: health data of a list were read (R-PRIV-05).
    static func entries(
        of kind: String,
        _ read: [(committee: DivisionID, count: Int, authority: Authority)]
    ) -> [AuditEntry.Draft] {
        read.map { committee, count, authority in
            AuditEntry.Draft(
                committee: committee,
                authority: authority,
                act: "\(kind).viewFevers",
                subject: "committee:\(committee)",
                detail: "\(count)"
            )
        }
    }
}
