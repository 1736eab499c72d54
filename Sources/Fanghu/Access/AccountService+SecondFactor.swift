import Store

extension AccountService {
    /// Begins a second factor: a new secret that counts only once a code of it has been entered.
    ///
    /// - Returns: the address that an authenticator app reads from a QR code.
    package func beginSecondFactor(for staff: Actor.Staff) async throws -> String {
        let secret = context.randomBytes(20)
        let sealed = try vault.seal(bytes: secret, at: secondFactorPlace(staff.account))
        try await database.write { connection in
            try connection.execute(
                AccessQueries.changeSecondFactor(of: staff.account, to: sealed, confirmed: false, step: 0)
            )
        }
        return OneTimeCode.address(secret: secret, account: staff.name)
    }

    /// Puts the second factor into force with a code of it.
    package func confirmSecondFactor(for staff: Actor.Staff, code: String) async throws {
        let row = try await row(staff.account)
        let step = try step(of: code, in: row)
        try await database.write { connection in
            try connection.execute(
                AccessQueries.changeSecondFactor(of: row.id, to: row.secondFactor, confirmed: true, step: step)
            )
        }
    }

    /// The time step of a right code; each code works once.
    func step(of code: String, in row: AccountRow) throws -> Int64 {
        guard let sealed = row.secondFactor else { throw AccessRefusal.codeWrong }
        let secret = try vault.open(bytes: sealed, at: secondFactorPlace(row.id))
        let step = OneTimeCode.matchingStep(code, secret: secret, at: context.now, after: row.lastCodeStep)
        guard let step else { throw AccessRefusal.codeWrong }
        return step
    }

    private func secondFactorPlace(_ account: AccountID) -> SealedPlace {
        SealedPlace("account.second_factor", committee: DivisionID(rawValue: 0), id: account)
    }
}
