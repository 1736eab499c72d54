import Fanghu

/// Two gates of the first committee with their shifts, and what compounds do.
struct DemoGates {
    let assembly: Assembly
    let staff: DemoStaff

    /// The days for which somebody is planned, so that whoever tries the demonstration finds a keeper on duty.
    private static let days = 14

    /// A third gate is left without a post, so that there is something red to see.
    func man(_ committee: DivisionID, under township: DivisionID) async throws {
        let director = try staff.actor(.director, at: committee)
        var posts: [GatePost] = []
        for compound in try await assembly.places.compounds(of: committee) {
            for gate in try await assembly.places.gates(of: compound) where posts.count < 2 {
                let draft = GatePost.Draft(
                    committee: committee,
                    kind: .gate,
                    name: "\(compound.name)\(gate.name)",
                    compound: compound.id,
                    place: gate.id,
                    wanted: posts.isEmpty ? 1 : 2
                )
                posts.append(try await assembly.gates.addPost(draft, by: director))
            }
        }
        guard let first = posts.first, let second = posts.last,
            let keeper = try staff.actor(.gateKeeper, at: committee).account
        else { return }
        try await plan(.staff(keeper), at: first, by: director)
        try await plan(.helpers(team: "志愿者一队", heads: 2), at: second, by: director)
        try await order(committee, township, first.compound, director)
        try await draw(township)
    }

    /// One area by hand around the middle of the township, one by streets.
    private func draw(_ township: DivisionID) async throws {
        let office = try staff.actor(.preventionOffice, at: township)
        let points = try await assembly.places.compounds(under: township, limit: 200, for: office).places
            .compactMap(\.location?.point)
        guard !points.isEmpty else { return }
        let count = Double(points.count)
        let east = points.map(\.longitude).reduce(0, +) / count
        let north = points.map(\.latitude).reduce(0, +) / count
        let corners = [(-0.004, -0.003), (0.003, -0.004), (0.005, 0.002), (0.0, 0.004), (-0.005, 0.003)]
        let outline = corners.map { "\(east + $0.0), \(north + $0.1)" }.joined(separator: "\n")
        let area = try MapArea.Draft(place: township, name: "中片", shape: AreaShape(outline: outline, in: .wgs84))
        _ = try await assembly.map.draw(area, by: office)
    }

    private func plan(_ who: DutyShift.Who, at post: GatePost, by actor: Actor) async throws {
        let now = assembly.context.now
        for day in 0..<Self.days {
            let from = now.adding(hours: 24 * day)
            let shift = DutyShift.Draft(post: post.id, from: from, to: from.adding(hours: 24), who: who)
            _ = try await assembly.gates.plan(shift, by: actor)
        }
    }

    private func order(
        _ committee: DivisionID,
        _ township: DivisionID,
        _ compound: PlaceID?,
        _ director: Actor
    ) async throws {
        let common = Measure.Draft(
            place: township,
            kind: .temperatureAtGate,
            text: Words(
                "进入小区一律测温，体温偏高者休息后复测。",
                "Everybody is measured at the gate; a high reading is repeated after a rest."
            ),
            decision: "街道防控办〔2020〕1号"
        )
        _ = try await assembly.measures.order(common, by: staff.actor(.preventionOffice, at: township))
        let besides = Measure.Draft(
            place: committee,
            compound: compound,
            kind: .deliveriesAtGate,
            text: Words("快递外卖放在门口货架，居民自取。", "Deliveries are left on the shelf at the gate."),
            decision: "居委会公告 2 号"
        )
        _ = try await assembly.measures.order(besides, by: director)
    }
}
