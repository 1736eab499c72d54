/// What somebody does with an order (DOMAIN §2.4).
package enum OrderAct: Hashable, Sendable {
    /// Somebody looks first whether it is so.
    case preCheck
    case accept
    case decline
    case markDuplicate(of: WorkOrderID)
    /// The class's filing condition holds.
    case file(code: String, urgency: OrderClass.Urgency)
    /// To somebody; nil leaves it to the owner of the place. Again, with a reason, is a re-dispatch.
    case dispatch(to: AccountID?)
    case acknowledge
    /// Wrongly dispatched, or nothing to handle.
    case sendBack
    case begin
    case contactCaller
    case askExtension
    case extend
    case suspend(until: Instant)
    case resume
    case finish(DutyTask.Kind)
    case beginVerifying
    case pass
    case fail(redo: Set<DutyTask.Kind>)
    case reopen
    case urge
    case supervise
    case callBack(isSolved: Bool, isSatisfied: Bool?)

    /// The stable name in the record, the API and the addresses of pages.
    package var name: String { kind.rawValue }

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case preCheck, accept, decline, markDuplicate, file, dispatch, acknowledge, sendBack, begin, contactCaller
        case askExtension, extend, suspend, resume, finish, beginVerifying, pass, fail, reopen, urge, supervise
        case callBack

        /// A word why, without which the act says nothing.
        package var needsNote: Bool {
            switch self {
            case .decline, .sendBack, .askExtension, .suspend, .fail, .reopen, .supervise, .finish, .contactCaller: true
            case .preCheck, .accept, .markDuplicate, .file, .dispatch, .acknowledge, .begin, .extend, .resume,
                .beginVerifying, .pass, .urge, .callBack:
                false
            }
        }

        /// What the actor must be allowed to do.
        package var permission: Permission {
            switch self {
            case .preCheck, .accept, .decline, .markDuplicate, .file, .dispatch, .extend, .suspend, .reopen, .urge,
                .callBack:
                .dispatchOrders
            case .supervise: .superviseOrders
            case .acknowledge, .sendBack, .begin, .contactCaller, .askExtension, .resume, .finish, .beginVerifying,
                .pass, .fail:
                .handleOrders
            }
        }

        package var words: Words {
            switch self {
            case .preCheck: Words("核实", "Check first")
            case .accept: Words("受理", "Accept")
            case .decline: Words("不予受理", "Decline")
            case .markDuplicate: Words("并入重复件", "Mark as duplicate")
            case .file: Words("立案", "File")
            case .dispatch: Words("派遣", "Dispatch")
            case .acknowledge: Words("签收", "Acknowledge")
            case .sendBack: Words("退单", "Return")
            case .begin: Words("开始处置", "Begin")
            case .contactCaller: Words("先行联系", "First contact with the caller")
            case .askExtension: Words("申请延期", "Ask for an extension")
            case .extend: Words("批准延期", "Approve the extension")
            case .suspend: Words("挂账", "Suspend")
            case .resume: Words("恢复处置", "Resume")
            case .finish: Words("完成", "Done")
            case .beginVerifying: Words("开始核查", "Begin to verify")
            case .pass: Words("核查通过并结案", "Verified: close")
            case .fail: Words("核查不通过，返工", "Not in order: rework")
            case .reopen: Words("重新处置", "Reopen")
            case .urge: Words("催办", "Urge")
            case .supervise: Words("督办", "Supervise")
            case .callBack: Words("回访", "Call back")
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .preCheck: .preCheck
        case .accept: .accept
        case .decline: .decline
        case .markDuplicate: .markDuplicate
        case .file: .file
        case .dispatch: .dispatch
        case .acknowledge: .acknowledge
        case .sendBack: .sendBack
        case .begin: .begin
        case .contactCaller: .contactCaller
        case .askExtension: .askExtension
        case .extend: .extend
        case .suspend: .suspend
        case .resume: .resume
        case .finish: .finish
        case .beginVerifying: .beginVerifying
        case .pass: .pass
        case .fail: .fail
        case .reopen: .reopen
        case .urge: .urge
        case .supervise: .supervise
        case .callBack: .callBack
        }
    }
}
