import Fanghu

/// Who answers for which door in the demonstration: a piece for each building of the first committee.
struct DemoCoverage {
    let assembly: Assembly
    let staff: DemoStaff

    /// One building is left without an owner, so that there is an alarm to see.
    func cut(_ committee: DivisionID) async throws {
        let director = try staff.actor(.director, at: committee)
        let heads = [
            try staff.actor(.buildingHead, at: committee), try staff.actor(.volunteer, at: committee),
        ]
        let head = try staff.actor(.areaHead, at: committee).account
        let area = try await assembly.coverage.addArea("东片", in: committee, head: head, by: director)
        let buildings = try await assembly.places.buildings(of: committee)
        for (number, building) in buildings.enumerated() {
            let owner = number + 1 == buildings.count ? nil : heads[number / 2 % heads.count].account
            _ = try await assembly.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: committee,
                    scheme: .buildingGroup,
                    name: building.address,
                    area: number < buildings.count / 2 ? area.id : nil,
                    owner: owner,
                    cut: .buildings([building.id])
                ),
                by: director
            )
        }
    }
}
