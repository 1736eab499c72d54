import Store

extension HouseholdBook {
    /// Makes a household as it was before an import; one that the import made is known no more.
    ///
    /// - Parameter version: the one that the import left; a later one means that somebody has worked on it since.
    /// - Returns: how the figures change; nil where it stays.
    func restore(
        _ memory: HouseholdMemory?,
        of dwelling: PlaceID,
        in committee: DivisionID,
        ifAt version: Int,
        as id: HouseholdChangeID,
        by authority: Authority,
        on connection: any Connection
    ) throws -> [CounterDelta]? {
        guard let present = try household(of: dwelling, in: committee, on: connection), present.version == version
        else { return nil }
        guard let memory else {
            try connection.execute(HouseholdQueries.forgetChanges(of: dwelling, in: committee))
            try connection.execute(HouseholdQueries.forget(dwelling, in: committee))
            return Self.deltas(from: present, to: nil, in: committee, on: authority.instant.day)
        }
        var after = present
        after.presence = memory.presence
        after.tenure = memory.tenure
        after.living = memory.living
        after.away = memory.away
        after.details = memory.details
        after.version = version + 1
        for field in HouseholdChange.differences(between: present, and: after) {
            after.fieldVersions[field] = after.version
        }
        let row = try HouseholdRow(after, sealedWith: vault)
        guard try connection.execute(HouseholdQueries.put(row.values, over: version)) == 1 else { return nil }
        let note = HouseholdChange(id: id, dwelling: dwelling, basedOn: version, channel: .ledger)
        try connection.execute(HouseholdQueries.insert(try event(note, after, digest(of: note), authority)))
        return Self.deltas(from: present, to: after, in: committee, on: authority.instant.day)
    }
}
