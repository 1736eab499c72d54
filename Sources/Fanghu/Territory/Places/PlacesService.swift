package import Store

/// Keeps the register of compounds, gates, buildings, dwellings, premises and checkpoints.
package struct PlacesService: Sendable {
    let database: Database
    let territory: TerritoryInForce
    let policy: Policy
    let context: Context
    /// Outlines for checking points; empty where none are there.
    let boundaries: @Sendable () -> BoundaryIndex?

    package init(
        database: Database,
        territory: TerritoryInForce,
        policy: Policy,
        context: Context,
        boundaries: @escaping @Sendable () -> BoundaryIndex? = { nil }
    ) {
        self.database = database
        self.territory = territory
        self.policy = policy
        self.context = context
        self.boundaries = boundaries
    }

    /// A compound by the id in its QR code; anybody may ask, for it says nothing about a person.
    package func compound(_ id: PlaceID) async throws -> Compound {
        let found: Compound? = try await database.read { try $0.first(PlacesQueries.compound(id)) }
        guard let found else { throw PlacesRefusal.compoundUnknown }
        return found
    }

    /// The open compounds of one committee, by name; anybody may ask.
    package func compounds(of committee: DivisionID) async throws -> [Compound] {
        try await database.read { try $0.all(PlacesQueries.compounds(of: [committee])) }
    }

    /// A page of the compounds in the actor's territory.
    package func compounds(
        under place: DivisionID? = nil,
        after key: PlaceKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PlacePage<Compound, PlaceKey> {
        let scope = try policy.scope(for: actor, .managePlaces, under: place, at: context.now)
        let (found, total) = try await database.read { connection in
            (
                try connection.all(PlacesQueries.compounds(in: scope, after: key, limit: limit + 1), as: Compound.self),
                try connection.value(PlacesQueries.compoundCount(in: scope), as: Int.self) ?? 0
            )
        }
        return PlacePage(found, limit: limit, total: total) { PlaceKey(committee: $0.committee, id: $0.id.text) }
    }

    /// Makes a compound; refuses a second one of the name in the committee.
    package func addCompound(_ draft: Compound.Draft, by actor: Actor) async throws -> Compound {
        let authority = try authority(for: actor, at: draft.committee)
        let compound = try Compound(
            committee: draft.committee,
            id: context.newID(),
            name: named(draft.name),
            kind: draft.kind,
            management: draft.management,
            address: draft.address,
            location: location(draft.point, in: draft.committee),
            closedAt: nil
        )
        try await add(
            PlacesQueries.insert(compound, at: authority.instant),
            "compound",
            compound.id,
            draft.committee,
            authority
        )
        return compound
    }

    /// Adds a gate to a compound.
    package func addGate(
        _ name: String,
        isOpen: Bool = true,
        at point: GeoPoint? = nil,
        of compound: Compound,
        by actor: Actor
    ) async throws -> Gate {
        let authority = try authority(for: actor, at: compound.committee)
        guard !compound.isClosed else { throw PlacesRefusal.compoundClosed }
        let gate = try Gate(
            committee: compound.committee,
            id: context.newID(),
            compound: compound.id,
            name: named(name),
            isOpen: isOpen,
            location: location(point, in: compound.committee)
        )
        try await add(PlacesQueries.insert(gate), "gate", gate.id, gate.committee, authority)
        return gate
    }

    /// The gates of a compound, by name.
    package func gates(of compound: Compound) async throws -> [Gate] {
        try await database.read { try $0.all(PlacesQueries.gates(of: compound.id, in: compound.committee)) }
    }

    /// The right to keep places there; the place must be a committee in force, or a township for its own things.
    func authority(for actor: Actor, at committee: DivisionID) throws -> Authority {
        let authority = try policy.check(actor, .managePlaces, at: committee, on: context.now)
        guard let division = territory.current.node(committee), !division.isRetired, division.level >= .township else {
            throw PlacesRefusal.committeeUnsuitable
        }
        return authority
    }

    /// Where a place lies; a point outside the district of its committee is flagged, not refused, for outlines are not
    /// official and people know better where their gate is.
    func location(_ point: GeoPoint?, in committee: DivisionID) -> PlaceLocation? {
        guard let point else { return nil }
        let district = territory.current.path(to: committee).first { $0.level == .district }
        let check = district.flatMap { boundaries()?.check(point, liesIn: $0.id) }
        return PlaceLocation(point: point, isFlagged: check?.isFlagged ?? false)
    }

    func named(_ name: String) throws(PlacesRefusal) -> String {
        let plain = DivisionName.normalise(name)
        guard !plain.isEmpty else { throw .nameMissing }
        return plain
    }

    /// Writes one place and its audit entry; nothing returned by the statement means that there is one already.
    func add(
        _ statement: SQL,
        _ kind: String,
        _ id: PlaceID,
        _ committee: DivisionID,
        _ authority: Authority,
        counting deltas: [CounterDelta] = []
    ) async throws {
        try await database.write { connection in
            guard try !connection.rows(statement).isEmpty else { throw PlacesRefusal.nameTaken }
            try Counters.apply(deltas, on: connection)
            let entry = AuditEntry.Draft(
                committee: committee,
                authority: authority,
                act: "places.add",
                subject: "\(kind):\(id)"
            )
            try Audit.append([entry], on: connection)
        }
    }
}

extension PlacePage {
    /// From one row more than the page holds.
    init(_ found: [Place], limit: Int, total: Int, key: (Place) -> Key) {
        places = Array(found.prefix(limit))
        self.total = total
        next = found.count > limit ? places.last.map(key) : nil
    }
}
