/// Why a task cannot be closed so.
package enum DispatchRefusal: Refusal, Equatable {
    case unknownTask
    case closedAlready
    case noteMissing
    /// The task closes only by the act it asks for, such as the doctor's note on a fever (I-7).
    case needsItsAct(DutyTask.Kind)

    package var code: String {
        switch self {
        case .unknownTask: "dispatch.unknownTask"
        case .closedAlready: "dispatch.closedAlready"
        case .noteMissing: "dispatch.noteMissing"
        case .needsItsAct: "dispatch.needsItsAct"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownTask: .absent
        case .closedAlready, .needsItsAct: .conflict
        case .noteMissing: .invalid
        }
    }

    package var field: String? { self == .noteMissing ? "note" : nil }

    package var words: Words {
        switch self {
        case .unknownTask: Words("没有这项任务。", "There is no such task.")
        case .closedAlready: Words("任务已经办结。", "The task is closed already.")
        case .noteMissing: Words("请写明处理结果。", "Please say what was done.")
        case .needsItsAct(let kind):
            Words("“\(kind.words.chinese)”须通过相应操作办结。", "“\(kind.words.english)” closes by the act itself only.")
        }
    }
}
