package import Fanghu

extension Net {
    /// Registers a returnee, confirms the dwelling and begins an observation at home, as the worker of the committee does.
    package func beginObservation(
        _ draft: Registration.Draft = .sample(),
        in committee: DivisionID = Net.committee
    ) async throws -> (arrival: ArrivalReceipt, observation: ObservationID) {
        let worker = try await staff(.communityWorker, at: committee)
        let receipt = try await arrivals.register(
            draft,
            id: time.context.newID(),
            in: committee,
            source: .ownForm,
            by: .visitor
        )
        let confirmed = try await arrivals.confirmDwelling(of: receipt.key.id, address: "1 弄 2 号 301 室", by: worker)
        guard let observation = confirmed.observation else { preconditionFailure("the sample is to be observed") }
        _ = try await observations.giveNotice("2020-02", for: observation.id, by: worker)
        _ = try await observations.checkHome(HomeCheck(obstacles: []), for: observation.id, by: worker)
        let commitment =
            try Commitment.Draft(
                textVersion: "2020-02",
                signer: .observee,
                signature: .oneTimeCode(phone: "+8613800138000"),
                copyGiven: true
            )
            .checked(currentText: "2020-02", born: nil, takenBy: worker.account, now: time.now)
        _ = try await observations.commit(commitment, for: observation.id, by: worker)
        _ = try await observations.activate(observation.id, by: worker)
        return (receipt, observation.id)
    }
}
