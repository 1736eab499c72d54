import Store

extension MapService {
    /// Draws an area; a corner outside its township is flagged, for outlines are not official.
    package func draw(_ draft: MapArea.Draft, by actor: Actor) async throws -> MapArea {
        let now = context.now
        let authority = try policy.check(actor, .manageGates, at: draft.place, on: now)
        guard let division = territory().node(draft.place), !division.isRetired, division.level >= .township else {
            throw AreaRefusal.unknownPlace
        }
        let township = territory().township(of: draft.place).flatMap { outlines()?.polygon(of: $0.id) }
        let area = try MapArea.planned(draft, as: context.newID(), within: township, at: now)
        try await database.write { connection in
            guard try !connection.rows(MapQueries.insert(area, at: now)).isEmpty else { throw AreaRefusal.nameTaken }
            try Audit.append([Self.entry("map.drawArea", area, authority)], on: connection)
        }
        return area
    }

    /// Ends an area at this instant.
    @discardableResult
    package func end(_ id: MapAreaID, by actor: Actor) async throws -> MapArea {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, at: now)
        return try await database.write { connection in
            guard let area = try connection.first(MapQueries.area(id, in: scope), as: MapArea.self),
                try connection.execute(MapQueries.end(area, at: now)) == 1
            else { throw AreaRefusal.unknownArea }
            let authority = try policy.check(actor, .manageGates, at: area.committee, on: now)
            try Audit.append([Self.entry("map.endArea", area, authority)], on: connection)
            return area
        }
    }

    /// How many dwellings and premises lie in an area, committee by committee.
    package func count(of id: MapAreaID, for actor: Actor) async throws -> (area: MapArea, counts: [AreaCount]) {
        let scope = try policy.scope(for: actor, .manageGates, at: context.now)
        let tree = territory()
        return try await database.read { connection in
            guard let area = try connection.first(MapQueries.area(id, in: scope), as: MapArea.self) else {
                throw AreaRefusal.unknownArea
            }
            let below = tree.children(of: area.committee).map(\.id)
            let counts = try (below.isEmpty ? [area.committee] : below)
                .map { committee in
                    let places = try PlaceInventory.places(of: committee, in: tree, on: connection)
                        .filter(area.shape.contains)
                    return AreaCount(
                        committee: committee,
                        dwellings: places.count { $0.isDwelling },
                        premises: places.count { !$0.isDwelling }
                    )
                }
            return (area, counts.filter { $0.dwellings + $0.premises > 0 })
        }
    }

    /// The divisions for which the actor may draw an area, the widest first.
    package func divisions(for actor: Actor) throws -> [DivisionID] { try gates.committees(for: actor) }

    private static func entry(_ act: String, _ area: MapArea, _ authority: Authority) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: area.committee,
            authority: authority,
            act: act,
            subject: "area:\(area.id)",
            detail: area.shape.kind
        )
    }
}

/// What lies in an area within one committee.
package struct AreaCount: Hashable, Sendable {
    package let committee: DivisionID
    package let dwellings: Int
    package let premises: Int
}
