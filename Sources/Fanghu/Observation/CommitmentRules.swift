// What a code is worth at a moment, and what follows from a try.

extension CommitmentCode {
    /// The outcome of typing a code.
    enum Try: Equatable {
        case right
        /// Counted; refused with what is left.
        case wrong(CommitmentCodeRefusal)
    }

    /// Judges a try; a code that is used up, out of time or tried too often is refused before it is compared.
    func judge(
        _ isRight: Bool,
        at now: Instant,
        limits: CommitmentCodeLimits
    ) throws(CommitmentCodeRefusal) -> Try {
        guard !isUsed else { throw .none }
        guard now < expiresAt else { throw .expired }
        guard wrongTries < limits.tries else { throw .locked }
        guard !isRight else { return .right }
        let left = limits.tries - wrongTries - 1
        return .wrong(left > 0 ? .wrong(left: left) : .locked)
    }
}
