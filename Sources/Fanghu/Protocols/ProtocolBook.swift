/// All protocol versions and area levels at one moment; never changed, only replaced.
package struct ProtocolBook: Sendable {
    package let versions: [ProtocolVersion]
    package let areas: [AreaLevel]

    package init(versions: [ProtocolVersion], areas: [AreaLevel]) {
        self.versions = versions
        self.areas = areas
    }

    /// The version that holds on a day at the end of a path of divisions, given from the province down.
    ///
    /// The narrowest jurisdiction goes first, then the latest beginning.
    package func version(
        inForceOn day: CivilDate,
        at path: [DivisionID]
    ) throws(ProtocolRefusal) -> ProtocolVersion {
        let fitting = versions.filter { $0.isInForce(on: day) && $0.jurisdiction.holds(at: path) }
        let best = fitting.max {
            ($0.jurisdiction.depth, $0.validFrom) < ($1.jurisdiction.depth, $1.validFrom)
        }
        guard let best else { throw .noVersionInForce(day) }
        return best
    }

    package func version(_ id: ProtocolID) throws(ProtocolRefusal) -> ProtocolVersion {
        guard let version = versions.first(where: { $0.id == id }) else { throw .noSuchVersion(id) }
        return version
    }

    /// The strictest level that a place had on a day; nil if it had none.
    package func level(of place: DivisionPrefix, on day: CivilDate) -> AreaRisk? {
        let found = Set(areas.filter { $0.division.contains(place) && $0.holds(on: day) }.map(\.risk))
        return AreaRisk.allCases.first(where: found.contains)
    }

    /// Classifies by the version in force on the day of arrival.
    package func classify(
        _ facts: ArrivalFacts,
        at path: [DivisionID]
    ) throws(ProtocolRefusal) -> Classification {
        let version = try version(inForceOn: facts.arrivedOn, at: path)
        return try Classifier.classify(facts, by: version, areas: areas)
    }
}
