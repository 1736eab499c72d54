import Store

extension PlacesService {
    /// A compound of the actor's territory.
    package func compound(_ id: PlaceID, for actor: Actor) async throws -> Compound {
        let scope = try policy.scope(for: actor, .managePlaces, at: context.now)
        let found: Compound? = try await database.read { try $0.first(PlacesQueries.compound(id, in: scope)) }
        guard let found else { throw PlacesRefusal.compoundUnknown }
        return found
    }

    /// A compound of the actor's territory with all that stands in it.
    package func inventory(of id: PlaceID, for actor: Actor) async throws -> CompoundInventory {
        let compound = try await compound(id, for: actor)
        return try await database.read { connection in
            let entrances = try connection.all(PlacesQueries.entrances(of: compound), as: Entrance.self)
            let byBuilding = Dictionary(grouping: entrances, by: \.building)
            return try CompoundInventory(
                compound: compound,
                gates: connection.all(PlacesQueries.gates(of: compound.id, in: compound.committee)),
                buildings: connection.rows(PlacesQueries.buildings(of: compound))
                    .map { row in
                        let building = try Building(row: row)
                        return CompoundInventory.Entry(
                            building: building,
                            entrances: byBuilding[building.id] ?? [],
                            dwellings: try row.column(4)
                        )
                    }
            )
        }
    }

    /// A building of a compound of the actor's territory, with its dwellings in the order of a walk.
    package func building(
        _ id: PlaceID,
        in compound: PlaceID,
        for actor: Actor
    ) async throws -> (compound: Compound, building: Building, dwellings: [Dwelling]) {
        let compound = try await self.compound(compound, for: actor)
        return try await database.read { connection in
            let found = try connection.first(PlacesQueries.building(id, of: compound), as: Building.self)
            guard let found else { throw PlacesRefusal.buildingUnknown }
            let dwellings = try connection.all(
                PlacesQueries.dwellings(of: id, in: compound.committee),
                as: Dwelling.self
            )
            return (compound, found, dwellings)
        }
    }

    /// A page of the dwellings of a compound of the actor's territory, in the order of a walk.
    package func dwellings(
        of compound: PlaceID,
        after key: DwellingKey = .start,
        limit: Int = 50,
        for actor: Actor
    ) async throws -> PlacePage<Dwelling, DwellingKey> {
        let compound = try await self.compound(compound, for: actor)
        let (found, total) = try await database.read { connection in
            (
                try connection.all(
                    PlacesQueries.dwellings(of: compound, after: key, limit: limit + 1),
                    as: ListedDwelling.self
                ),
                try connection.value(PlacesQueries.dwellingCount(of: compound), as: Int.self) ?? 0
            )
        }
        let page = PlacePage(found, limit: limit, total: total) { $0.key }
        return PlacePage(places: page.places.map(\.dwelling), total: total, next: page.next)
    }

    /// Names a compound anew; its QR codes stay good, for they carry its id.
    package func renameCompound(_ id: PlaceID, to name: String, by actor: Actor) async throws {
        let name = try named(name)
        let detail: @Sendable (Compound) -> String = { "\($0.name) → \(name)" }
        try await change(id, "places.rename", by: actor, detail: detail) {
            compound,
            connection,
            _ in
            let renamed = try connection.rows(PlacesQueries.rename(compound, to: name))
            guard !renamed.isEmpty else { throw PlacesRefusal.nameTaken }
        }
    }

    /// Closes a compound for good; its buildings and dwellings stay in the register.
    ///
    /// Whoever scans an old poster can still register: the code leads on as before.
    package func closeCompound(_ id: PlaceID, by actor: Actor) async throws {
        try await change(id, "places.close", by: actor, detail: \.name) { compound, connection, instant in
            try connection.execute(PlacesQueries.close(compound, at: instant))
        }
    }

    /// Changes an open compound and records it.
    ///
    /// The act is recorded first. That locks the committee's chain, so that of two who take one name at once the second
    /// begins anew and is refused; written after the change, PostgreSQL would stop it with a unique violation.
    private func change(
        _ id: PlaceID,
        _ act: String,
        by actor: Actor,
        detail: @escaping @Sendable (Compound) -> String,
        _ write: @escaping @Sendable (Compound, any Connection, Instant) throws -> Void
    ) async throws {
        let authority = try authority(for: actor, at: try await compound(id, for: actor).committee)
        try await database.write { connection in
            guard let compound = try connection.first(PlacesQueries.compound(id), as: Compound.self) else {
                throw PlacesRefusal.compoundUnknown
            }
            guard !compound.isClosed else { throw PlacesRefusal.compoundClosed }
            let entry = AuditEntry.Draft(
                committee: compound.committee,
                authority: authority,
                act: act,
                subject: "compound:\(id)",
                detail: detail(compound)
            )
            try Audit.append([entry], on: connection)
            try write(compound, connection, authority.instant)
        }
    }
}
