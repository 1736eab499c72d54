package import Store

/// Where compounds, gates, areas and observed homes lie: exact for those who work there, coarse for the wall.
package struct MapService: Sendable {
    let database: Database
    let policy: Policy
    let gates: GateService
    let arrivals: ArrivalsService
    /// Outlines of divisions; nil where none are there.
    let outlines: @Sendable () -> BoundaryIndex?

    var context: Context { gates.context }
    var territory: @Sendable () -> Territory { gates.measures.territory }

    package init(
        database: Database,
        policy: Policy,
        gates: GateService,
        arrivals: ArrivalsService,
        outlines: @escaping @Sendable () -> BoundaryIndex? = { nil }
    ) {
        self.database = database
        self.policy = policy
        self.gates = gates
        self.arrivals = arrivals
        self.outlines = outlines
    }

    /// Everything exact that one place shows.
    package struct Exact: Sendable {
        package let place: DivisionID
        package let gates: [Gate]
        package let compounds: [Spot]
        /// Observed homes of no compound of the register, which no point can stand for.
        package let elsewhere: [ObservedHome]
        package let areas: [MapArea]
        package let outlines: [Outline]
    }

    /// A post or gate with where it lies.
    package struct Gate: Sendable {
        package let line: GateService.Line
        package let point: GeoPoint?
    }

    /// A compound with the homes observed in it.
    package struct Spot: Sendable {
        package let committee: DivisionID
        package let id: PlaceID
        package let name: String
        package let point: GeoPoint?
        package let homes: [ObservedHome]
    }

    /// The outline of a division.
    package struct Outline: Sendable {
        package let division: DivisionID
        package let polygon: GeoPolygon
    }

    /// The map of a place for those who manage observations there; each view is an entry in the record of acts.
    package func exact(under place: DivisionID, for actor: Actor) async throws -> Exact {
        let now = context.now
        guard let division = territory().node(place), division.level >= .district else {
            throw AreaRefusal.placeTooLarge
        }
        let authority = try policy.check(actor, .manageObservations, at: place, on: now)
        let scope = try policy.scope(for: actor, .manageObservations, under: place, at: now)
        let posts = try await gates.list(under: place, limit: 1000, for: actor)
        return try await database.write { connection in
            let homes = try arrivals.observedHomes(in: scope, on: connection)
            let (spots, elsewhere) = try spots(of: homes, in: scope, on: connection)
            let points = try points(connection.rows(MapQueries.gatePoints(in: scope)))
            let entry = AuditEntry.Draft(
                committee: place,
                authority: authority,
                act: "map.look",
                subject: "division:\(place)",
                detail: "homes \(homes.count)"
            )
            try Audit.append([entry], on: connection)
            return Exact(
                place: place,
                gates: posts.lines.map { line in Gate(line: line, point: line.post.place.flatMap { points[$0] }) },
                compounds: spots,
                elsewhere: elsewhere,
                areas: try connection.all(MapQueries.areas(in: scope, at: now)),
                outlines: outlines(of: place)
            )
        }
    }

    /// How many dwellings are observed under a place, as everybody in the room may see it (R-PRIV-10).
    ///
    /// What is left out is decided once for the whole district, so that a view of a part tells no more than the whole.
    package func coarse(
        under place: DivisionID,
        for actor: Actor
    ) async throws -> (cell: CoarseCell, outlines: [Outline]) {
        let now = context.now
        _ = try policy.check(actor, .viewFigures, at: place, on: now)
        let tree = territory()
        guard let district = tree.path(to: place).first(where: { $0.level == .district }) else {
            throw AreaRefusal.placeTooLarge
        }
        let scope = try policy.scope(for: .system(job: "map"), .viewFigures, under: district.id, at: now)
        let homes = try await database.read { try arrivals.observedHomes(in: scope, on: $0) }
        let counts = Dictionary(grouping: homes, by: \.committee).mapValues(\.count)
        let whole = CoarseCell.of(MapService.exactCell(district.id, counts, tree))
        guard let cell = whole.cell(of: place) else { throw AreaRefusal.unknownPlace }
        return (cell, outlines(of: place))
    }

    /// The outlines of a place and of those right below it; of a committee, its township's.
    package func outlines(of place: DivisionID) -> [Outline] {
        guard let index = outlines() else { return [] }
        let tree = territory()
        let around = index.knows(place) ? place : tree.township(of: place)?.id ?? place
        let divisions = [around] + tree.placesBelow(around).map(\.id)
        return divisions.compactMap { id in index.polygon(of: id).map { Outline(division: id, polygon: $0) } }
    }

    private static func exactCell(
        _ place: DivisionID,
        _ counts: [DivisionID: Int],
        _ tree: Territory
    ) -> ExactCell {
        let children = tree.placesBelow(place)
        guard !children.isEmpty else { return ExactCell(place: place, dwellings: counts[place] ?? 0) }
        return ExactCell(place: place, children: children.map { exactCell($0.id, counts, tree) })
    }

    private func spots(
        of homes: Set<ObservedHome>,
        in scope: Scope,
        on connection: any Connection
    ) throws -> ([Spot], [ObservedHome]) {
        var byCompound: [PlaceID: [ObservedHome]] = [:]
        var elsewhere: [ObservedHome] = []
        for (committee, some) in Dictionary(grouping: homes, by: \.committee) {
            let compounds = try PlaceInventory.compounds(
                at: some.map(\.address),
                of: committee,
                in: territory(),
                on: connection
            )
            for home in some.sorted() {
                guard let compound = compounds[home.address] else {
                    elsewhere.append(home)
                    continue
                }
                byCompound[compound, default: []].append(home)
            }
        }
        let spots = try connection.rows(MapQueries.compounds(in: scope))
            .map { row in
                let id: PlaceID = try row.column(1)
                return Spot(
                    committee: try row.column(0),
                    id: id,
                    name: try row.column(2),
                    point: try MapService.point(row, 3, 4),
                    homes: byCompound.removeValue(forKey: id) ?? []
                )
            }
        // Of a closed compound, or beyond the list's length: shown as a line rather than lost.
        return (spots, (elsewhere + byCompound.values.flatMap(\.self)).sorted())
    }

    private func points(_ rows: [Row]) throws -> [PlaceID: GeoPoint] {
        try Dictionary(
            rows.compactMap { row in try MapService.point(row, 1, 2).map { (try row.column(0), $0) } },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func point(_ row: Row, _ east: Int, _ north: Int) throws -> GeoPoint? {
        guard let longitude = try row.column(east, as: Double?.self),
            let latitude = try row.column(north, as: Double?.self)
        else { return nil }
        return GeoPoint(longitude: longitude, latitude: latitude)
    }
}

extension CoarseCell {
    /// The part of the tree that belongs to a place; nil where it is not in it.
    func cell(of wanted: DivisionID) -> CoarseCell? {
        place == wanted ? self : children.lazy.compactMap { $0.cell(of: wanted) }.first
    }
}
