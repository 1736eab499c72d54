/// Why a request about an observation is refused before the rules are asked.
package enum ObservationRequestRefusal: Refusal, Equatable {
    case unknownObservation
    case unknownLink
    case unknownSerial
    case changedMeanwhile
    case recordIDTaken
    case batchTooLarge(Int)
    case notAcceptedOverLink
    /// Before the observation or after today.
    case testDayWrong
    case testTakenAlready
    case changePending

    package var code: String {
        switch self {
        case .unknownObservation: "observation.unknown"
        case .unknownLink: "observation.unknownLink"
        case .unknownSerial: "observation.unknownSerial"
        case .changedMeanwhile: "observation.changedMeanwhile"
        case .recordIDTaken: "observation.recordIDTaken"
        case .batchTooLarge: "observation.batchTooLarge"
        case .notAcceptedOverLink: "observation.notAcceptedOverLink"
        case .testDayWrong: "observation.testDayWrong"
        case .testTakenAlready: "observation.testTakenAlready"
        case .changePending: "observation.changePending"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownObservation, .unknownLink, .unknownSerial: .absent
        case .changedMeanwhile, .recordIDTaken, .testTakenAlready, .changePending: .conflict
        case .batchTooLarge, .testDayWrong: .invalid
        case .notAcceptedOverLink: .forbidden
        }
    }

    package var words: Words {
        switch self {
        case .unknownObservation: Words("没有这份观察记录，或不在您的区域内。", "There is no such observation in your territory.")
        case .unknownLink: Words("链接无效或已停用，请联系居委会。", "This link is not valid. Please ask your committee.")
        case .unknownSerial: Words("查无此解除告知单。", "There is no release notice with this number.")
        case .changedMeanwhile: Words("记录刚被他人更新，请刷新后重试。", "Somebody changed it just now. Reload and try again.")
        case .recordIDTaken: Words("该编号已用于另一条内容不同的记录。", "This id already belongs to another record.")
        case .batchTooLarge(let limit): Words("一次最多 \(limit) 条。", "At most \(limit) records at once.")
        case .testDayWrong:
            Words("采样日期须在观察期内且不晚于今天。", "The sample must be of the observation and not later than today.")
        case .testTakenAlready: Words("该日该次采样已登记了不同的结果。", "This sample of the day is recorded with another result.")
        case .changePending: Words("另一项更正正等待第二人确认。", "Another change is waiting for a second person.")
        case .notAcceptedOverLink: Words("此操作须由工作人员办理。", "Only staff can do this.")
        }
    }
}
