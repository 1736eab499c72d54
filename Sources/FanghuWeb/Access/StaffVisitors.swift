package import Fanghu

/// Finds the member of staff behind a browser's session or a program's token.
package struct StaffVisitors: VisitorSource {
    private let sessions: SessionService

    package init(_ sessions: SessionService) {
        self.sessions = sessions
    }

    package func visitor(for credential: Credential) async throws -> Visitor? {
        try await visitor(for: credential, isUse: true)
    }

    package func onlooker(with credential: Credential) async throws -> Visitor? {
        do {
            return try await visitor(for: credential, isUse: false)
        } catch AccessRefusal.notSignedIn {
            return nil
        }
    }

    private func visitor(for credential: Credential, isUse: Bool) async throws -> Visitor? {
        switch credential {
        case .session(let token):
            guard let signedIn = try await sessions.session(token: token, isUse: isUse) else { return nil }
            return Visitor(
                account: signedIn.staff.account,
                name: signedIn.displayName,
                credential: credential,
                actor: signedIn.actor
            )
        case .bearer(let token):
            let actor = try await sessions.actor(bearer: token)
            guard let account = actor.account else { return nil }
            return Visitor(account: account, name: "", credential: credential, actor: actor)
        }
    }
}
