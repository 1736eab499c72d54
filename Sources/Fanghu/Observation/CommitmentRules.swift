// What a code is worth at a moment, and what follows from a try.

extension CommitmentCode {
    /// Refuses a code that is used up, out of time or tried too often, before it is compared.
    func checkWorth(at now: Instant, limits: CommitmentCodeLimits) throws(CommitmentCodeRefusal) {
        guard !isUsed else { throw .none }
        guard now < expiresAt else { throw .expired }
        guard wrongTries < limits.tries else { throw .locked }
    }
}

extension CommitmentCodeLimits {
    /// What is said to a wrong try.
    func refusal(ofTry number: Int) -> CommitmentCodeRefusal {
        number < tries ? .wrong(left: tries - number) : .locked
    }
}
