extension PlacesService {
    /// Furnishes the committees of a township with invented places; a second call adds nothing.
    ///
    /// Answers the compounds that are there then.
    package func addDemo(in township: DivisionID, by actor: Actor) async throws -> [Compound] {
        let committees = territory.current.children(of: township)
        let plans = DemoPlaces.plans(for: committees)
        for plan in plans {
            do {
                let compound = try await addCompound(plan.compound, by: actor)
                for gate in plan.gates { _ = try await addGate(gate, of: compound, by: actor) }
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
