// A fever that a registration told of is a doctor's, whatever becomes of the registration (I-7).

extension ArrivalOutcome {
    /// A fever that the form tells of is counted with those under observation.
    var withFever: ArrivalOutcome {
        ArrivalOutcome(state, followUps + [.count(.feversReported, 1), .count(.feversOpen, 1)])
    }
}

extension ArrivalState {
    /// Cleared leaves the registration as it is; whoever goes to hospital is disposed there once the dwelling is known.
    ///
    /// Before that the committee still has to find out where the person lives, so the state waits.
    func afterDoctorNote(
        _ note: DoctorNote,
        _ facts: ArrivalCircumstances
    ) throws(ArrivalRefusal) -> ArrivalOutcome {
        guard facts.hasOpenFever else { throw .noFever }
        switch note {
        case .cleared: return ArrivalOutcome(self, [.closeTasks(.answerFever), .count(.feversOpen, -1)])
        case .transferHospital:
            let followUps: [ArrivalFollowUp] = [
                .closeTasks(.answerFever), .count(.feversOpen, -1), .endObservationInHospital,
            ]
            switch self {
            case .preReported, .arrived, .withdrawn: return ArrivalOutcome(self, followUps)
            case .registered, .classified, .disposed:
                return ArrivalOutcome(.disposed(.sentToFeverClinic), followUps)
            }
        }
    }
}
