/// Why the roster stays as it is.
package enum RosterRefusal: Refusal, Equatable {
    case notACommittee
    /// Only whoever leads a committee needs a stand-in.
    case notInOffice
    case standInUnfit
    case startPast
    case endBeforeStart
    /// A daily absence of 24 hours and more would never end.
    case dailyTooLong
    case unknownAbsence
    case homeUnitMissing
    /// Nobody works before training is recorded (DOMAIN §8.6).
    case trainingMissing
    case trainingAfterStart
    case postedAlready
    case ownPosting
    case unknownPosting
    case endedAlready
    /// I-18: open tasks need a successor and a note.
    case handOverMissing(tasks: Int)
    case noteMissing
    case successorUnfit
    case countsWrong
    case dayAhead

    package var code: String {
        switch self {
        case .notACommittee: "roster.notACommittee"
        case .notInOffice: "roster.notInOffice"
        case .standInUnfit: "roster.standInUnfit"
        case .startPast: "roster.startPast"
        case .endBeforeStart: "roster.endBeforeStart"
        case .dailyTooLong: "roster.dailyTooLong"
        case .unknownAbsence: "roster.unknownAbsence"
        case .homeUnitMissing: "roster.homeUnitMissing"
        case .trainingMissing: "roster.trainingMissing"
        case .trainingAfterStart: "roster.trainingAfterStart"
        case .postedAlready: "roster.postedAlready"
        case .ownPosting: "roster.ownPosting"
        case .unknownPosting: "roster.unknownPosting"
        case .endedAlready: "roster.endedAlready"
        case .handOverMissing: "roster.handOverMissing"
        case .noteMissing: "roster.noteMissing"
        case .successorUnfit: "roster.successorUnfit"
        case .countsWrong: "roster.countsWrong"
        case .dayAhead: "roster.dayAhead"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownAbsence, .unknownPosting: .absent
        case .postedAlready, .endedAlready, .handOverMissing: .conflict
        case .ownPosting: .forbidden
        case .notACommittee, .notInOffice, .standInUnfit, .startPast, .endBeforeStart, .dailyTooLong,
            .homeUnitMissing, .trainingMissing, .trainingAfterStart, .noteMissing, .successorUnfit, .countsWrong,
            .dayAhead:
            .invalid
        }
    }

    package var field: String? {
        switch self {
        case .notACommittee: "committee"
        case .notInOffice: "who"
        case .standInUnfit: "standIn"
        case .startPast: "from"
        case .endBeforeStart, .dailyTooLong: "to"
        case .homeUnitMissing: "homeUnit"
        case .trainingMissing, .trainingAfterStart: "trainedOn"
        case .postedAlready, .ownPosting: "account"
        case .handOverMissing, .successorUnfit: "successor"
        case .noteMissing: "note"
        case .countsWrong: "membersOnDuty"
        case .dayAhead: "day"
        case .unknownAbsence, .unknownPosting, .endedAlready: nil
        }
    }

    package var words: Words {
        switch self {
        case .notACommittee: Words("请选择一个居委会。", "Choose a committee.")
        case .notInOffice:
            Words("此人在该居委会不任书记、第二书记或主任。", "They are neither secretary, second secretary nor director there.")
        case .standInUnfit: Words("代理人须为该居委会的另一名任职人员。", "The stand-in must be somebody else appointed there.")
        case .startPast: Words("开始时间不能早于现在。", "It cannot begin before now.")
        case .endBeforeStart: Words("结束时间须晚于开始时间。", "The end must come after the start.")
        case .dailyTooLong: Words("每日轮休须短于 24 小时。", "A daily rest is shorter than 24 hours.")
        case .unknownAbsence: Words("没有这项离岗安排,或已经结束。", "There is no such absence, or it is over.")
        case .homeUnitMissing: Words("请填写派出单位。", "Please give the home unit.")
        case .trainingMissing: Words("未登记岗前培训,不能上岗。", "Nobody is posted before training is recorded.")
        case .trainingAfterStart: Words("培训日期不能晚于上岗日期。", "Training must come on or before the first day.")
        case .postedAlready: Words("此人在这段时间已派到该居委会。", "They are posted there at that time already.")
        case .ownPosting: Words("不能派驻自己。", "Nobody posts themself.")
        case .unknownPosting: Words("没有这项派驻。", "There is no such posting.")
        case .endedAlready: Words("派驻已经结束。", "The posting is over already.")
        case .handOverMissing(let tasks):
            Words("还有 \(tasks) 项任务未办结,请指定接手人。", "\(tasks) tasks are open. Name who takes them over.")
        case .noteMissing: Words("请写交接说明。", "Please write a hand-over note.")
        case .successorUnfit: Words("接手人须在该居委会任职。", "Whoever takes over must be appointed there.")
        case .countsWrong: Words("人数须为 0 至 100000 的整数。", "Counts are whole numbers from 0 to 100,000.")
        case .dayAhead: Words("日期不能晚于今天。", "The day cannot lie ahead.")
        }
    }
}
