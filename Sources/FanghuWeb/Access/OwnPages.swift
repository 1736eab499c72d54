import Fanghu

/// A visitor's own account.
struct OwnPage: Page {
    static let template = "access-own"

    struct Held {
        let role: Words
        let place: String
        let until: String?
    }

    struct Token {
        let label: String
        let since: String
        let until: String
        let end: String
    }

    struct Session {
        let device: String?
        let since: String
        let seen: String
        let isCurrent: Bool
        let end: String
    }

    let name: String
    let signInName: String
    let roles: [Held]
    let hasSecondFactor: Bool
    let password = AccessAddress.password.path
    let secondFactor = AccessAddress.secondFactor.path
    let sessions: [Session]
    let endOthers: String?
    let tokens: [Token]
    let hasTokens: Bool

    init(
        _ signedIn: SignedIn,
        _ sessions: [SessionInfo],
        _ tokens: [TokenInfo],
        _ territory: Territory,
        now: Instant
    ) {
        hasTokens = !tokens.isEmpty
        self.tokens = tokens.map { token in
            Token(
                label: token.label,
                since: token.createdAt.day.iso,
                until: token.expiresAt.day.iso,
                end: AccessAddress.endToken(.of(token.id)).path
            )
        }
        name = signedIn.displayName
        signInName = signedIn.staff.name
        roles = signedIn.staff.appointments.filter { $0.isInForce(at: now) }
            .map { Held(role: $0.role.words, place: PlaceText.short($0.place, in: territory), until: $0.to?.day.iso) }
        hasSecondFactor = signedIn.hasSecondFactor
        self.sessions = sessions.map { session in
            Session(
                device: DeviceName.of(session.device),
                since: DeskText.moment(session.createdAt, now: now),
                seen: DeskText.moment(session.lastSeenAt, now: now),
                isCurrent: session.id == signedIn.session,
                end: AccessAddress.endSession(.of(session.id)).path
            )
        }
        endOthers = sessions.count > 1 ? AccessAddress.endOtherSessions.path : nil
    }
}

/// A change of one's own password.
struct PasswordPage: Page {
    static let template = "access-password"

    let form: FormView?
    let action = AccessAddress.password.path
    let back = AccessAddress.own.path
    let fields: [Field]

    init(_ view: FormView) {
        form = view
        fields = [
            view.field("old", "access.oldPassword", kind: .password),
            view.field("password", "access.newPassword", hint: "access.passwordHint", kind: .newPassword),
            view.field("repeated", "access.repeatedPassword", kind: .newPassword),
        ]
    }
}

/// The way to a second factor: scan, then enter a code of it.
struct SecondFactorPage: Page {
    static let template = "access-second-factor"

    let form: FormView?
    let action = AccessAddress.secondFactor.path
    let back = AccessAddress.own.path
    let replaces: Bool
    let qr: QRCode?
    /// In groups of four, to be typed where no camera is.
    let secret: String
    let ticket: String
    let fields: [Field]

    init(_ view: FormView, _ offer: SecondFactorOffer, _ signedIn: SignedIn) {
        form = view
        replaces = signedIn.hasSecondFactor
        qr = QRCode(offer.address)
        let letters = Array(offer.secret)
        secret = stride(from: 0, to: letters.count, by: 4)
            .map { String(letters[$0..<min($0 + 4, letters.count)]) }
            .joined(separator: " ")
        ticket = offer.ticket
        let empty = FormView(FormValues(), refusals: view.refusals)
        fields = [
            empty.field("code", "access.newCode", hint: "access.codeHint", kind: .oneTimeCode),
            empty.field("old", "access.ownPassword", kind: .password),
        ]
    }
}

/// What is wrong with a form about a password before anybody is asked.
enum PasswordFormRefusal: Refusal {
    case notTheSame

    var code: String { "access.passwordsDiffer" }
    var kind: RefusalKind { .invalid }
    var field: String? { "repeated" }
    var words: Words { Words("两次输入的新密码不一致。", "The two new passwords differ.") }
}

/// A wrong password or code of somebody who is signed in, with the field it stands in.
struct OwnProofRefusal: Refusal {
    let code: String
    let kind = RefusalKind.invalid
    let field: String?
    let words: Words

    init(_ refusal: AccessRefusal) {
        code = refusal.code
        switch refusal {
        case .wrongCredentials:
            field = "old"
            words = Words("当前密码不正确。", "The present password is wrong.")
        default:
            field = refusal.field
            words = refusal.words
        }
    }
}

/// A browser by what it calls itself: `Chrome · Windows`; nil for one that nobody knows.
enum DeviceName {
    private static let browsers = [
        ("MicroMessenger", "微信"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ]
    private static let systems = [
        ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]

    static func of(_ userAgent: String) -> String? {
        let parts = [browsers, systems].compactMap { list in list.first { userAgent.contains($0.0) }?.1 }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }
}

/// How pages name a place.
enum PlaceText {
    /// The place and what it lies in: `江苏路街道 · 第一居委会`.
    static func short(_ place: DivisionID, in territory: Territory) -> String {
        let path = territory.placesAbove(place).map(\.name)
        return path.isEmpty ? place.text : path.suffix(2).joined(separator: " · ")
    }

    static func name(_ place: DivisionID, in territory: Territory) -> String {
        territory.node(place)?.name ?? place.text
    }
}
