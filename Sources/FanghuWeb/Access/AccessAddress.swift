package import Fanghu

/// The addresses of signing in, of one's own page and of the accounts.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/` | GET | anybody | where to go |
/// | `/sign-in` | GET, POST | anybody | name and password |
/// | `/sign-in/code` | POST | whoever gave the right password | one-time code, where the account has a second factor |
/// | `/sign-out` | POST | anybody | ends the session |
/// | `/desk/me` | GET | staff | own roles, sessions, second factor |
/// | `/desk/me/password` | GET, POST | staff | change the password |
/// | `/desk/me/second-factor` | GET, POST | staff | set up a second factor |
/// | `/desk/me/sessions/{id}/end`, `/desk/me/sessions/end-others` | POST | staff | end sessions |
/// | `/desk/accounts` | GET | administerAccounts | accounts under a place |
/// | `/desk/accounts/add` | GET, POST | administerAccounts | make an account |
/// | `/desk/accounts/{id}` | GET | administerAccounts | one account |
/// | `/desk/accounts/{id}/appoint` | POST | administerAccounts | give it a role |
/// | `/desk/accounts/{id}/appointments/{appointment}/end` | POST | administerAccounts | end a role |
/// | `/desk/accounts/{id}/password`, `…/close` | POST | administerAccounts | new password; close for good |
package enum AccessAddress: Address {
    case start
    case signIn
    case code
    case signOut
    case own
    case password
    case secondFactor
    case endSession(Slot<SessionID>)
    case endOtherSessions
    case endToken(Slot<SessionID>)
    case accounts
    case addAccount
    case account(Slot<AccountID>)
    case appoint(Slot<AccountID>)
    case endAppointment(Slot<AccountID>, Slot<AppointmentID>)
    case resetPassword(Slot<AccountID>)
    case closeAccount(Slot<AccountID>)

    package static let all: [AccessAddress] = [
        .start, .signIn, .code, .signOut, .own, .password, .secondFactor, .endSession("id"), .endOtherSessions,
        .endToken("id"),
        .accounts,
        .addAccount, .account("id"), .appoint("id"), .endAppointment("id", "appointment"), .resetPassword("id"),
        .closeAccount("id"),
    ]

    package var path: String {
        switch self {
        case .start: "/"
        case .signIn: "/sign-in"
        case .code: "/sign-in/code"
        case .signOut: "/sign-out"
        case .own: "/desk/me"
        case .password: "/desk/me/password"
        case .secondFactor: "/desk/me/second-factor"
        case .endSession(let id): "/desk/me/sessions/\(id)/end"
        case .endOtherSessions: "/desk/me/sessions/end-others"
        case .endToken(let id): "/desk/me/tokens/\(id)/end"
        case .accounts: "/desk/accounts"
        case .addAccount: "/desk/accounts/add"
        case .account(let id): "/desk/accounts/\(id)"
        case .appoint(let id): "/desk/accounts/\(id)/appoint"
        case .endAppointment(let id, let appointment): "/desk/accounts/\(id)/appointments/\(appointment)/end"
        case .resetPassword(let id): "/desk/accounts/\(id)/password"
        case .closeAccount(let id): "/desk/accounts/\(id)/close"
        }
    }
}
