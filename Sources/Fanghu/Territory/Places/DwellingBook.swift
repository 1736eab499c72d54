import Store

/// The dwellings of one committee inside a transaction: what is there, and what is added.
struct DwellingBook {
    private let committee: DivisionID
    private let instant: Instant
    private var known: Set<String>
    private var buildingIDs: [String: PlaceID]
    private var entrances: Set<String>
    private var newBuildings: [NewBuilding] = []
    private var newEntrances: [Entrance] = []
    private(set) var newDwellings: [NewDwelling] = []

    init(of committee: DivisionID, _ instant: Instant, _ connection: any Connection) throws {
        self.committee = committee
        self.instant = instant
        known = try Set(connection.rows(PlacesQueries.dwellingKeys(of: committee)).map { try $0.column(0) })
        let buildings = try connection.rows(PlacesQueries.buildingKeys(of: committee))
        buildingIDs = try Dictionary(
            buildings.map { try ($0.column(0, as: String.self), $0.column(1, as: PlaceID.self)) },
            uniquingKeysWith: { first, _ in first }
        )
        let names = try connection.rows(PlacesQueries.entranceKeys(of: committee))
        entrances = try Set(names.map { try DwellingBook.entranceKey($0.column(0), $0.column(1)) })
    }

    /// Notes a new dwelling; nil when the committee has one of this address.
    mutating func add(_ address: PostalAddress, compound: PlaceID?, ids: Context) -> Dwelling? {
        let key = AddressKey(address, in: committee)
        guard known.insert(key.local).inserted else { return nil }
        let building = building(of: address, compound: compound, ids: ids)
        if let name = address.entrance { addEntrance(name, of: building, ids: ids) }
        let dwelling = Dwelling(
            committee: committee,
            id: ids.newID(),
            building: building,
            compound: compound,
            address: address.text,
            room: address.roomText
        )
        newDwellings.append(NewDwelling(dwelling: dwelling, key: key, createdAt: instant))
        return dwelling
    }

    /// Notes a new building without dwellings; nil when the committee has one of this address.
    mutating func addBuilding(_ address: PostalAddress, compound: PlaceID?, ids: Context) -> Building? {
        let count = newBuildings.count
        let building = building(of: address, compound: compound, ids: ids)
        if let name = address.entrance { addEntrance(name, of: building, ids: ids) }
        return newBuildings.count > count ? newBuildings.last?.building : nil
    }

    /// Writes what was noted, moves the figure, and records the act.
    func write(under authority: Authority, on connection: any Connection) throws {
        guard !newDwellings.isEmpty || !newBuildings.isEmpty else { return }
        try inBatches(newBuildings) { try connection.execute(PlacesQueries.insert($0)) }
        try inBatches(newEntrances) { try connection.execute(PlacesQueries.insert($0)) }
        try inBatches(newDwellings) { try connection.execute(PlacesQueries.insert($0)) }
        // A new place lies in no piece until somebody answers for it.
        if !newDwellings.isEmpty {
            let deltas = [Indicator.dwellings, .placesUncovered]
                .map { CounterDelta(committee, $0, on: instant.day, by: newDwellings.count) }
            try Counters.apply(deltas, on: connection)
        }
        let entry = AuditEntry.Draft(
            committee: committee,
            authority: authority,
            act: newDwellings.isEmpty ? "places.addBuildings" : "places.addDwellings",
            subject: "committee:\(committee)",
            detail: "dwellings \(newDwellings.count), buildings \(newBuildings.count)"
        )
        try Audit.append([entry], on: connection)
    }

    private mutating func building(of address: PostalAddress, compound: PlaceID?, ids: Context) -> PlaceID {
        let key = AddressKey(address.ofBuilding, in: committee)
        if let known = buildingIDs[key.local] { return known }
        let building = Building(
            committee: committee,
            id: ids.newID(),
            compound: compound,
            address: address.ofBuilding.text
        )
        buildingIDs[key.local] = building.id
        newBuildings.append(NewBuilding(building: building, key: key))
        return building.id
    }

    private mutating func addEntrance(_ name: String, of building: PlaceID, ids: Context) {
        guard entrances.insert(DwellingBook.entranceKey(building.text, name)).inserted else { return }
        newEntrances.append(Entrance(committee: committee, id: ids.newID(), building: building, name: name))
    }

    private static func entranceKey(_ building: String, _ name: String) -> String { "\(building)|\(name)" }

    private func inBatches<Element>(_ elements: [Element], _ body: ([Element]) throws -> Void) rethrows {
        for start in stride(from: 0, to: elements.count, by: 500) {
            try body(Array(elements[start..<min(start + 500, elements.count)]))
        }
    }
}
