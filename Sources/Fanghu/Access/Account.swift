/// A staff account as lists show it; without secrets.
package struct Account: Sendable {
    package let id: AccountID
    /// What is typed at sign-in.
    package let name: String
    package let displayName: String
    package let hasSecondFactor: Bool
    package let isClosed: Bool
    package let createdAt: Instant

    /// 2 to 40 letters, digits or `. _ -`, of any script.
    package static func checkedName(_ text: String) throws(AccessRefusal) -> String {
        let allowed = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0) || [".", "_", "-"].contains($0)
        }
        guard (2...40).contains(text.count), allowed else { throw .nameInvalid }
        return text.lowercased()
    }
}

/// A person's session at the pages, as the session list shows it.
package struct SessionInfo: Sendable {
    package let id: SessionID
    package let createdAt: Instant
    package let lastSeenAt: Instant
    package let expiresAt: Instant
    /// The browser, as it named itself.
    package let device: String
}

/// A request's session: who it is and what the pages need to know.
package struct SignedIn: Sendable {
    package let session: SessionID
    package let staff: Actor.Staff
    package let displayName: String
    package let hasSecondFactor: Bool

    package var actor: Actor { .staff(staff) }
}
