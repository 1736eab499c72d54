/// What a right password leads to.
package enum SignIn: Sendable {
    /// The session's token, which only the client keeps.
    case done(token: String)
    /// The account has a second factor; the ticket goes back with a code of it.
    case codeNeeded(ticket: String)
}

/// What somebody carries between the right password and the one-time code.
struct SignInNote: AccessNote {
    static let field: StaticString = "access.signIn"

    let account: AccountID
    /// Of the password as it was stored; a changed password makes the note void.
    let password: String
    let expiresAt: Instant
}

/// What somebody carries between the sight of a new second factor and its confirmation.
struct SecondFactorNote: AccessNote {
    static let field: StaticString = "access.secondFactor"

    let account: AccountID
    let secret: [UInt8]
    let expiresAt: Instant
}
