import Store

/// A one-time code with which somebody signs the commitment on their own phone (F-04).
///
/// A worker's desk makes it and the worker reads it out, at the door or on the phone; only a keyed hash is kept.
struct CommitmentCode: Sendable, RowDecodable {
    let observation: ObservationKey
    let hash: [UInt8]
    /// The version of the text that is signed with it.
    let textVersion: String
    /// Who made it and read it out: the witness.
    let madeBy: AccountID
    let expiresAt: Instant
    /// Tries that are gone; the right one counts too, but ends the code.
    let wrongTries: Int
    let isUsed: Bool

    init(row: Row) throws {
        observation = ObservationKey(committee: try row.column(0), id: try row.column(1))
        hash = try row.column(2)
        textVersion = try row.column(3)
        madeBy = try row.column(4)
        expiresAt = try row.column(5)
        wrongTries = try row.column(6)
        isUsed = try row.column(7)
    }

    /// What its hash is made of: a code fits one observation only.
    static func text(_ code: String, for key: ObservationKey) -> String {
        "commitment-code:\(key.text):\(code)"
    }
}

/// Numbers of the code that an installation may set otherwise.
package struct CommitmentCodeLimits: Sendable {
    package var minutes: Int
    /// Wrong tries after which a code is worth nothing.
    package var tries: Int

    package init(minutes: Int = 15, tries: Int = 5) {
        self.minutes = minutes
        self.tries = tries
    }
}

/// A code as the desk shows it, once.
package struct MadeCommitmentCode: Sendable {
    /// Six digits.
    package let code: String
    package let expiresAt: Instant
}

/// Why a code is not made or not taken.
package enum CommitmentCodeRefusal: Refusal, Equatable {
    case notReadTheText
    case noPhone
    case none
    case expired
    case wrong(left: Int)
    case locked

    package var code: String {
        switch self {
        case .notReadTheText: "commitmentCode.notReadTheText"
        case .noPhone: "commitmentCode.noPhone"
        case .none: "commitmentCode.none"
        case .expired: "commitmentCode.expired"
        case .wrong: "commitmentCode.wrong"
        case .locked: "commitmentCode.locked"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .notReadTheText, .wrong: .invalid
        case .noPhone, .none, .expired, .locked: .conflict
        }
    }

    package var field: String? {
        switch self {
        case .notReadTheText: "agreed"
        case .none, .expired, .wrong, .locked: "code"
        case .noPhone: nil
        }
    }

    package var words: Words {
        switch self {
        case .notReadTheText: Words("请先阅读承诺书并勾选同意", "Read the text and tick that you agree")
        case .noPhone: Words("此人没有登记手机号，请改用纸质承诺书", "No phone is registered for this person; use the paper")
        case .none: Words("验证码无效，请向工作人员索取", "There is no such code; ask the worker for one")
        case .expired: Words("验证码已过期，请向工作人员重新索取", "The code has expired; ask the worker for a new one")
        case .wrong(let left): Words("验证码不正确，还可尝试\(left)次", "The code is wrong; \(left) tries are left")
        case .locked: Words("错误次数过多，请向工作人员重新索取验证码", "Too many wrong tries; ask the worker for a new code")
        }
    }
}
