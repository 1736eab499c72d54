import Store

/// Faults of the database about which whoever asked can be told something useful.
package enum StoreRefusal: Refusal, Equatable {
    /// The intake's queue is full: nothing was stored, come back.
    case busy
    /// The disk is full: nothing was stored, and nothing will be until somebody makes room.
    case diskFull

    /// Nil for every other error.
    package init?(_ error: any Error) {
        switch error {
        case is IntakeFull: self = .busy
        case StoreFault.diskFull: self = .diskFull
        default: return nil
        }
    }

    package var code: String {
        switch self {
        case .busy: "store.busy"
        case .diskFull: "store.diskFull"
        }
    }

    package var kind: RefusalKind { .overloaded }

    package var words: Words {
        switch self {
        case .busy: Words("现在上报的人太多，请过几秒再试。", "Too many reports at once. Please try again in a few seconds.")
        case .diskFull:
            Words(
                "服务器存储已满，未能保存，请联系管理员。",
                "The server's disk is full and nothing was saved. Please tell the administrator."
            )
        }
    }
}
