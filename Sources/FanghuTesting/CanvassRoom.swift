package import Fanghu
import Store

/// Campaigns over a small net whose committees have a few dwellings and premises.
package struct CanvassRoom: Sendable {
    package let net: Net
    package let canvass: CanvassService

    package init(_ net: Net) {
        self.net = net
        canvass = CanvassService(
            database: net.database,
            policy: net.policy,
            vault: net.vault,
            owners: OwnerBook(territory: { Net.territory }),
            territory: { Net.territory },
            context: net.time.context
        )
    }

    /// The n-th dwelling or premises that the room makes.
    package static func place(_ number: Int) -> PlaceID {
        PlaceID(checked: "00000000-0000-7000-8000-\(200_000_000_000 + number)")
    }

    /// Dwellings of one building, in the order of their numbers.
    package func addDwellings(_ numbers: Range<Int>, in committee: DivisionID = Net.committee) async throws {
        let building = PlaceID(checked: "00000000-0000-7000-8000-00000000b001")
        try await net.database.write { connection in
            try connection.execute(
                """
                INSERT INTO building (committee, id, compound, address_key, address, sort_key)
                VALUES (\(committee), \(building), NULL, 'b', '柳荫路1弄2号', 'b') ON CONFLICT (committee, id) DO NOTHING
                """
            )
            for number in numbers {
                let order = "柳荫路!000001!!000002!!!\(String(1_000_000 + number).dropFirst())"
                try connection.execute(
                    """
                    INSERT INTO dwelling
                        (committee, id, building, compound, address_key, address, room, sort_key, created_at)
                    VALUES (\(committee), \(Self.place(number)), \(building), NULL, \("k\(number)"),
                        \("柳荫路1弄2号\(number)室"), \("\(number)"), \(order), 0)
                    """
                )
            }
            let deltas = [Indicator.dwellings, .placesUncovered]
                .map { CounterDelta(committee, $0, on: net.time.now.day, by: numbers.count) }
            try Counters.apply(deltas, on: connection)
        }
    }

    /// Premises of one kind along a road, at the house numbers given.
    package func addPremises(
        _ kind: Premises.Kind,
        at numbers: [Int],
        on road: String,
        from first: Int,
        in committee: DivisionID = Net.committee
    ) async throws {
        try await net.database.write { connection in
            for (offset, number) in numbers.enumerated() {
                let address = "\(road)\(number)号"
                try connection.execute(
                    """
                    INSERT INTO premises
                        (committee, id, kind, name, address, longitude, latitude, point_flagged, created_at)
                    VALUES (\(committee), \(Self.place(first + offset)), \(kind.rawValue),
                        \("单位\(first + offset)"), \(address), NULL, NULL, NULL, 0)
                    """
                )
            }
            let deltas = [Indicator.premises, .placesUncovered]
                .map { CounterDelta(committee, $0, on: net.time.now.day, by: numbers.count) }
            try Counters.apply(deltas, on: connection)
        }
    }

    /// An open campaign over the committee, or over another place.
    package func open(
        _ kinds: Set<CanvassKind> = [.dwelling],
        at place: DivisionID = Net.committee,
        wantsReceipt: Bool = false,
        areas: [String] = [],
        by actor: Actor? = nil
    ) async throws -> CanvassCampaign {
        let manager: Actor =
            if let actor { actor } else { try await net.staff(.director, at: place) }
        let draft = CanvassCampaign.Draft(
            place: place,
            title: Words("二月集中排摸", "February canvass"),
            kinds: kinds,
            from: net.time.now.day,
            to: net.time.now.day.adding(days: 20),
            wantsReceipt: wantsReceipt,
            areas: areas
        )
        let plan = try await canvass.plan(draft, by: manager)
        return try await canvass.open(plan.id, by: manager)
    }

    /// A visit to the n-th place with everything that its outcome needs.
    package func visit(
        _ number: Int,
        _ outcome: CanvassVisit.Outcome = .met,
        receipt: CanvassVisit.Receipt.How? = nil
    ) -> CanvassVisit.Draft {
        let day = net.time.now.day
        return CanvassVisit.Draft(
            id: net.time.context.newID(),
            place: Self.place(number),
            outcome: outcome,
            channel: outcome == .byPhone ? .phone : .visit,
            receipt: receipt.map { CanvassVisit.Receipt(how: $0) },
            origin: outcome == .away ? "外省" : nil,
            expectedReturn: outcome == .away ? day.adding(days: 5) : nil,
            evidence: outcome == .vacant ? .neighbour : nil,
            recheckOn: outcome == .vacant ? day.adding(days: 10) : nil
        )
    }
}
