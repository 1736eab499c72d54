// A fever that a registration told of is a doctor's, whatever becomes of the registration (I-7).

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
        case .cleared: return ArrivalOutcome(self, [.closeTasks(.answerFever)])
        case .transferHospital:
            let followUps: [ArrivalFollowUp] = [.closeTasks(.answerFever), .endObservationInHospital]
            switch self {
            case .preReported, .arrived, .withdrawn: return ArrivalOutcome(self, followUps)
            case .registered, .classified, .disposed:
                return ArrivalOutcome(.disposed(.sentToFeverClinic), followUps)
            }
        }
    }
}
