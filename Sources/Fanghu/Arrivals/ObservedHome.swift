package import Store

/// A dwelling where somebody is observed now, by the address that a worker confirmed.
package struct ObservedHome: Hashable, Comparable, Sendable {
    package let committee: DivisionID
    package let address: String

    package init(committee: DivisionID, address: String) {
        self.committee = committee
        self.address = address
    }

    package static func < (left: ObservedHome, right: ObservedHome) -> Bool {
        (left.committee, left.address) < (right.committee, right.address)
    }
}

extension ArrivalsService {
    /// The dwellings of a scope where somebody is observed at home, each once.
    ///
    /// Whoever asks has checked the permission and writes the entry in the record of acts.
    package func observedHomes(in scope: Scope, on connection: any Connection) throws -> Set<ObservedHome> {
        var homes: Set<ObservedHome> = []
        var key: ObservationKey? = .start
        while let after = key {
            let rows = try connection.rows(ArrivalsQueries.observedHomes(in: scope, after: after, limit: 500))
            for row in rows {
                guard let id = try row.column(2, as: ArrivalID?.self),
                    let sealed = try row.column(3, as: Sealed<ArrivalDetails>?.self)
                else { continue }
                let arrival = ArrivalKey(committee: try row.column(0), id: id)
                let details = try vault.open(sealed, at: ArrivalDetails.place(of: arrival))
                guard let address = details.confirmedAddress else { continue }
                homes.insert(ObservedHome(committee: arrival.committee, address: address))
            }
            key =
                rows.count < 500
                ? nil : try rows.last.map { ObservationKey(committee: try $0.column(0), id: try $0.column(1)) }
        }
        return homes
    }
}
