package import Fanghu

extension Net {
    /// An observation for which nothing but the signature is missing.
    package func awaitCommitment(
        _ draft: Registration.Draft = .sample()
    ) async throws -> (arrival: ArrivalReceipt, observation: ObservationID) {
        let worker = try await staff(.communityWorker)
        let receipt = try await arrivals.register(
            draft,
            id: time.context.newID(),
            in: Net.committee,
            source: .ownForm,
            by: .visitor
        )
        let confirmed = try await arrivals.confirmDwelling(of: receipt.key.id, address: "1 弄 2 号 301 室", by: worker)
        guard let observation = confirmed.observation else { preconditionFailure("the sample is to be observed") }
        _ = try await observations.giveNotice("2020-02", for: observation.id, by: worker)
        _ = try await observations.checkHome(HomeCheck(obstacles: []), for: observation.id, by: worker)
        return (receipt, observation.id)
    }
}
