/// Why a measure is not ordered or ended.
package enum MeasureRefusal: Refusal, Equatable {
    case textMissing
    case decisionMissing
    case endBeforeStart
    case unknownPlace
    case unknownMeasure

    package var code: String {
        switch self {
        case .textMissing: "measure.textMissing"
        case .decisionMissing: "measure.decisionMissing"
        case .endBeforeStart: "measure.endBeforeStart"
        case .unknownPlace: "measure.unknownPlace"
        case .unknownMeasure: "measure.unknownMeasure"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownPlace, .unknownMeasure: .absent
        case .textMissing, .decisionMissing, .endBeforeStart: .invalid
        }
    }

    package var field: String? {
        switch self {
        case .textMissing: "textChinese"
        case .decisionMissing: "decision"
        case .endBeforeStart: "to"
        case .unknownPlace: "place"
        case .unknownMeasure: nil
        }
    }

    package var words: Words {
        switch self {
        case .textMissing: Words("请写明措施内容（500 字以内）。", "Say in up to 500 characters what is done.")
        case .decisionMissing: Words("请填写决定或通告的文号。", "Give the number of the decision or notice.")
        case .endBeforeStart: Words("结束时间须晚于开始时间。", "The end must come after the start.")
        case .unknownPlace: Words("没有这个地方，或不在您负责的区域内。", "There is no such place in your territory.")
        case .unknownMeasure: Words("没有这项措施，或已经结束。", "There is no such measure, or it is over.")
        }
    }
}
