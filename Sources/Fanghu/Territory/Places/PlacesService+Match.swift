import Store

extension PlacesService {
    /// The dwellings that an address may mean, the surest first; empty means that somebody has to look.
    ///
    /// No permission: the registration page asks for residents. It tells nothing but addresses.
    /// - Parameters:
    ///   - compound: the one whose QR code was opened; its road and lane may be missing in the text.
    package func match(
        _ text: String,
        compound: Compound? = nil,
        in committee: DivisionID
    ) async throws -> [DwellingMatch] {
        let parser = AddressParser(territory: territory.current)
        let candidates = [
            (try? parser.parse(text), DwellingMatch.Confidence.exact),
            (compound?.address.flatMap { try? parser.parse($0 + text) }, .throughCompound),
            (compound.flatMap { try? parser.parse($0.name + text) }, .throughCompound),
        ]
        let neighbours = neighbours(of: committee)
        return try await database.read { connection in
            var matches: [DwellingMatch] = []
            for case (let address?, let confidence) in candidates where address.isPrecise {
                matches += try dwellings(address, confidence, committee, neighbours, connection)
            }
            if matches.isEmpty {
                for case (let address?, _) in candidates where address.isPrecise {
                    matches += try buildings(address, in: committee, connection)
                }
            }
            return Array(Set(matches))
                .sorted {
                    ($1.confidence, $0.committee, $0.address) < ($0.confidence, $1.committee, $1.address)
                }
        }
    }

    /// The committee and the others of its township.
    private func neighbours(of committee: DivisionID) -> [DivisionID] {
        let tree = territory.current
        guard let township = tree.township(of: committee) else { return [committee] }
        return tree.children(of: township.id).map(\.id)
    }

    private func dwellings(
        _ address: PostalAddress,
        _ confidence: DwellingMatch.Confidence,
        _ committee: DivisionID,
        _ neighbours: [DivisionID],
        _ connection: any Connection
    ) throws -> [DwellingMatch] {
        let key = AddressKey(address, in: committee).local
        let found = try connection.all(PlacesQueries.dwellings(at: [key], in: neighbours), as: Dwelling.self)
        return found.map { dwelling in
            DwellingMatch(
                confidence: dwelling.committee == committee ? confidence : .otherCommittee,
                committee: dwelling.committee,
                building: dwelling.building,
                dwelling: dwelling,
                address: dwelling.address
            )
        }
    }

    private func buildings(
        _ address: PostalAddress,
        in committee: DivisionID,
        _ connection: any Connection
    ) throws -> [DwellingMatch] {
        let key = AddressKey(address.ofBuilding, in: committee).local
        let found = try connection.all(PlacesQueries.buildings(at: [key], in: [committee]), as: Building.self)
        return found.map { building in
            DwellingMatch(
                confidence: .building,
                committee: committee,
                building: building.id,
                dwelling: nil,
                address: building.address
            )
        }
    }
}
