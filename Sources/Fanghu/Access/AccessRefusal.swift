/// Why somebody is not let in, or not allowed to act.
package enum AccessRefusal: Refusal, Equatable {
    case notSignedIn
    case sessionExpired
    case wrongCredentials
    case codeWrong
    case lockedOut(minutes: Int)
    case notPermitted(Permission)
    case outsideTerritory
    case nameTaken
    case nameInvalid
    case passwordTooWeak
    case administratorsConflict
    case unknownAccount
    case unknownAppointment
    case unknownPlace
    case unknownSession
    case signInStale
    case ownAccount
    case heldAlready
    case endPast
    case tooManySignIns
    case reasonMissing

    package var code: String {
        switch self {
        case .notSignedIn: "access.notSignedIn"
        case .sessionExpired: "access.sessionExpired"
        case .wrongCredentials: "access.wrongCredentials"
        case .codeWrong: "access.codeWrong"
        case .lockedOut: "access.lockedOut"
        case .notPermitted: "access.notPermitted"
        case .outsideTerritory: "access.outsideTerritory"
        case .nameTaken: "access.nameTaken"
        case .nameInvalid: "access.nameInvalid"
        case .passwordTooWeak: "access.passwordTooWeak"
        case .administratorsConflict: "access.administratorsConflict"
        case .unknownAccount: "access.unknownAccount"
        case .unknownAppointment: "access.unknownAppointment"
        case .unknownPlace: "access.unknownPlace"
        case .unknownSession: "access.unknownSession"
        case .signInStale: "access.signInStale"
        case .ownAccount: "access.ownAccount"
        case .heldAlready: "access.heldAlready"
        case .endPast: "access.endPast"
        case .tooManySignIns: "access.tooManySignIns"
        case .reasonMissing: "access.reasonMissing"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .notSignedIn, .sessionExpired, .wrongCredentials, .codeWrong, .lockedOut, .signInStale: .unauthenticated
        case .notPermitted, .outsideTerritory, .ownAccount: .forbidden
        case .nameTaken, .administratorsConflict, .heldAlready: .conflict
        case .nameInvalid, .passwordTooWeak, .reasonMissing, .endPast: .invalid
        case .unknownAccount, .unknownAppointment, .unknownPlace, .unknownSession: .absent
        case .tooManySignIns: .overloaded
        }
    }

    package var field: String? {
        switch self {
        case .nameTaken, .nameInvalid, .unknownAccount: "name"
        case .passwordTooWeak: "password"
        case .codeWrong: "code"
        case .unknownPlace: "place"
        case .administratorsConflict, .heldAlready: "role"
        case .endPast: "until"
        case .reasonMissing: "reason"
        case .notSignedIn, .sessionExpired, .wrongCredentials, .lockedOut, .notPermitted, .outsideTerritory,
            .unknownAppointment, .unknownSession, .signInStale, .ownAccount, .tooManySignIns:
            nil
        }
    }

    package var words: Words {
        switch self {
        case .notSignedIn: Words("请先登录。", "Please sign in.")
        case .sessionExpired: Words("登录已过期,请重新登录。", "Your session has ended. Please sign in again.")
        case .wrongCredentials: Words("用户名或密码不正确。", "The user name or password is wrong.")
        case .codeWrong: Words("动态验证码不正确。", "The one-time code is wrong.")
        case .lockedOut(let minutes):
            Words("尝试次数过多,请 \(minutes) 分钟后再试。", "Too many attempts. Try again in \(minutes) minutes.")
        case .notPermitted: Words("您目前的岗位没有这项权限。", "Your present role does not allow this.")
        case .outsideTerritory: Words("不在您负责的区域内。", "This is outside your territory.")
        case .nameTaken: Words("该用户名已被使用。", "This user name is taken.")
        case .nameInvalid:
            Words("用户名为 2 至 40 个字母、数字、汉字或 . _ -。", "A user name has 2 to 40 letters, digits or . _ -.")
        case .passwordTooWeak:
            Words("密码至少 10 个字符,且不能与用户名相同。", "A password has at least 10 characters and is not the user name.")
        case .administratorsConflict:
            Words("系统、安全、审计三员不得由一人兼任。", "One person cannot be system, security and audit administrator at once.")
        case .unknownAccount: Words("没有这个账号。", "There is no such account.")
        case .unknownAppointment: Words("没有这项任职。", "There is no such appointment.")
        case .unknownPlace: Words("没有这个区划。", "There is no such division.")
        case .unknownSession: Words("这次登录已经结束。", "This session has ended already.")
        case .signInStale: Words("等待时间过长,请重新开始。", "This took too long. Please begin again.")
        case .ownAccount: Words("不能为自己任职或重设密码。", "Nobody administers their own account.")
        case .heldAlready: Words("已担任该处的这一岗位。", "The account holds this role there already.")
        case .endPast: Words("截止日期须在今天之后。", "The last day must not lie in the past.")
        case .tooManySignIns: Words("登录人数过多,请稍后再试。", "Too many sign-ins at once. Please try again shortly.")
        case .reasonMissing: Words("请写明查看原因。", "Please give the reason.")
        }
    }
}
