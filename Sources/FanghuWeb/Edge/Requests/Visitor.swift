import Crypto
package import Fanghu
import Foundation

/// Somebody who is signed in, by a browser's session or by a bearer token.
package struct Visitor: Sendable {
    package let account: AccountID
    /// As the pages' corner shows it.
    package let name: String
    package let credential: Credential
    /// What services are told about who asks.
    package let actor: Actor

    package init(account: AccountID, name: String, credential: Credential, actor: Actor) {
        self.actor = actor
        self.account = account
        self.name = name
        self.credential = credential
    }

    /// What every form of this session carries; nil for a bearer token, which no other site can make a browser send.
    ///
    /// Derived from the session's secret, so that every server knows it and none stores it.
    package var formToken: String? {
        guard case .session(let secret) = credential else { return nil }
        let digest = SHA256.hash(data: Data("fanghu form token\0\(secret)".utf8))
        return
            digest.map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }
            .joined()
    }
}

/// How somebody shows who they are.
package enum Credential: Hashable, Sendable {
    /// The secret of a browser's session, from its cookie.
    case session(String)
    /// A token from the `Authorization` header.
    case bearer(String)
}

/// Where the edge asks who stands behind a credential.
package protocol VisitorSource: Sendable {
    /// Nil for a credential that is unknown, expired or withdrawn.
    func visitor(for credential: Credential) async throws -> Visitor?

    /// The same question about somebody who only looks on: it does not keep a session awake.
    func onlooker(with credential: Credential) async throws -> Visitor?
}

extension VisitorSource {
    package func onlooker(with credential: Credential) async throws -> Visitor? {
        try await visitor(for: credential)
    }
}

/// For a server on which nobody can sign in.
package struct NoVisitors: VisitorSource {
    package init() {}

    package func visitor(for credential: Credential) async throws -> Visitor? { nil }
}
