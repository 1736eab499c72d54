package import Store

/// What all compounds of a place do, and what one does besides, with dates.
package struct MeasureService: Sendable {
    let database: Database
    let policy: Policy
    let places: PlacesService
    let territory: @Sendable () -> Territory
    let context: Context

    package init(
        database: Database,
        policy: Policy,
        places: PlacesService,
        territory: @escaping @Sendable () -> Territory,
        context: Context
    ) {
        self.database = database
        self.policy = policy
        self.places = places
        self.territory = territory
        self.context = context
    }

    /// One page of measures that are in force or to come.
    package struct Listed: Sendable {
        package let measures: [Measure]
        package let matched: Int
        package let next: MeasureKey?
    }

    /// Orders a measure for all compounds of a division, or for one.
    package func order(_ draft: Measure.Draft, by actor: Actor) async throws -> Measure {
        let now = context.now
        let authority = try policy.check(actor, .manageGates, at: draft.place, on: now)
        guard let division = territory().node(draft.place), !division.isRetired else {
            throw MeasureRefusal.unknownPlace
        }
        if let id = draft.compound {
            let compound = try await places.compound(id, for: actor)
            guard compound.committee == draft.place, !compound.isClosed else { throw MeasureRefusal.unknownPlace }
        }
        let measure = try Measure.planned(draft, as: context.newID(), at: now)
        try await database.write { connection in
            try connection.execute(MeasureQueries.insert(measure, at: now))
            try Audit.append([Self.entry("measure.order", measure, authority)], on: connection)
        }
        return measure
    }

    /// Ends a measure at this instant; one that lies ahead never begins.
    @discardableResult
    package func end(_ id: MeasureID, by actor: Actor) async throws -> Measure {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.write { connection in
            guard let measure = try connection.first(MeasureQueries.measure(id, in: scope), as: Measure.self) else {
                throw MeasureRefusal.unknownMeasure
            }
            // A scope may hold the committees of a township without what is the township's own.
            let authority = try policy.check(actor, .manageGates, at: measure.committee, on: now)
            guard try connection.execute(MeasureQueries.end(measure, at: now)) == 1 else {
                throw MeasureRefusal.unknownMeasure
            }
            try Audit.append([Self.entry("measure.end", measure, authority)], on: connection)
            return measure
        }
    }

    /// A page of what is in force or to come in the actor's territory.
    package func list(
        under place: DivisionID? = nil,
        after key: MeasureKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> Listed {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, under: place, at: now)
        let limit = min(max(limit, 1), 200)
        return try await database.read { connection in
            let found = try connection.all(
                MeasureQueries.present(in: scope, at: now, after: key, limit: limit + 1),
                as: Measure.self
            )
            return Listed(
                measures: Array(found.prefix(limit)),
                matched: try connection.value(MeasureQueries.presentCount(in: scope, at: now)) ?? 0,
                next: found.count > limit
                    ? found.prefix(limit).last.map { MeasureKey(committee: $0.committee.rawValue, id: $0.id.text) }
                    : nil
            )
        }
    }

    /// What a compound of the actor's territory does at an instant: what all do, what it does besides, and the history.
    package func sheet(
        of id: PlaceID,
        at instant: Instant? = nil,
        for actor: Actor
    ) async throws -> (compound: Compound, sheet: MeasureSheet) {
        _ = try policy.scope(for: actor, .manageGates, at: context.now)
        let compound = try await places.compound(id, for: actor)
        let path = territory().path(to: compound.committee).map(\.id)
        let measures = try await database.read {
            try $0.all(MeasureQueries.measures(of: id, at: path), as: Measure.self)
        }
        return (compound, MeasureSheet(measures, at: instant ?? context.now))
    }

    /// Whether a kind is in force for a compound, inside another room's transaction.
    func isInForce(
        _ kind: Measure.Kind,
        of compound: PlaceID?,
        in committee: DivisionID,
        on connection: any Connection
    ) throws -> Bool {
        let path = territory().path(to: committee).map(\.id)
        let statement = MeasureQueries.inForce(kind, of: compound, at: path, on: context.now)
        return try connection.value(statement, as: Int.self) ?? 0 > 0
    }

    private static func entry(_ act: String, _ measure: Measure, _ authority: Authority) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: measure.committee,
            authority: authority,
            act: act,
            subject: "measure:\(measure.id)",
            reason: measure.decision,
            detail: measure.kind.rawValue
        )
    }
}

extension MeasureService {
    /// The divisions for all compounds of which the actor may order a measure, the widest first.
    package func divisions(for actor: Actor) throws -> [DivisionID] {
        let scope = try policy.scope(for: actor, .manageGates, at: context.now)
        return territory().divisions
            .filter { $0.level >= .township && !$0.isRetired && scope.contains($0.id) }
            .map(\.id).sorted()
    }
}
