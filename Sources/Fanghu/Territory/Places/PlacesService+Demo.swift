extension PlacesService {
    /// Furnishes the committees of a township with invented places; a second call adds nothing.
    ///
    /// Answers the compounds that are there then.
    package func addDemo(in township: DivisionID, by actor: Actor) async throws -> [Compound] {
        let committees = territory.current.children(of: township)
        let plans = DemoPlaces.plans(for: committees)
        let outline = boundaries()?.polygon(of: township)
        for plan in plans {
            do {
                var draft = plan.compound
                draft.point = outline.flatMap { DemoPlaces.point(of: draft, in: $0) }
                let compound = try await addCompound(draft, by: actor)
                for (number, gate) in plan.gates.enumerated() {
                    let point = draft.point.map { DemoPlaces.gatePoint(number, around: $0) }
                    _ = try await addGate(gate, at: point, of: compound, by: actor)
                }
            } catch PlacesRefusal.nameTaken {
                continue
            }
        }
        _ = try await importDwellings(DemoPlaces.sheet(of: plans), under: township, by: actor)
        var compounds: [Compound] = []
        for committee in committees { compounds += try await self.compounds(of: committee.id) }
        return compounds
    }
}
