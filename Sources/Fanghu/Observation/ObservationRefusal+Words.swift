extension ObservationRefusal {
    package var code: String {
        switch self {
        case .alreadyOpen: "observation.alreadyOpen"
        case .anotherActive: "observation.anotherActive"
        case .ended: "observation.ended"
        case .notActive: "observation.notActive"
        case .alreadyActive: "observation.alreadyActive"
        case .homeNotChecked: "observation.homeNotChecked"
        case .noHomeCheckNeeded: "observation.noHomeCheckNeeded"
        case .homeIsUnsuitable: "observation.homeIsUnsuitable"
        case .noticeMissing: "observation.noticeMissing"
        case .commitmentMissing: "observation.commitmentMissing"
        case .alreadyCommitted: "observation.alreadyCommitted"
        case .periodOver: "observation.periodOver"
        case .periodRunning: "observation.periodRunning"
        case .notDueForRelease: "observation.notDueForRelease"
        case .daysMissing: "observation.daysMissing"
        case .symptomatic: "observation.symptomatic"
        case .testsMissing: "observation.testsMissing"
        case .serialMissing: "observation.serialMissing"
        case .feverUnanswered: "observation.feverUnanswered"
        case .breachOpen: "observation.breachOpen"
        case .noFever: "observation.noFever"
        case .noBreach: "observation.noBreach"
        case .mayLeave: "observation.mayLeave"
        case .noSuchSlot: "observation.noSuchSlot"
        case .slotNotOver: "observation.slotNotOver"
        case .reasonMissing: "observation.reasonMissing"
        case .exposureNotLater: "observation.exposureNotLater"
        case .startInFuture: "observation.startInFuture"
        case .secondPersonNeeded: "observation.secondPersonNeeded"
        case .noSegments: "observation.noSegments"
        }
    }

    package var words: Words {
        switch self {
        case .alreadyOpen: Words("该观察已经建立", "This observation exists already")
        case .anotherActive: Words("此人正在其他地方接受观察", "This person is being observed elsewhere")
        case .ended: Words("该观察已经结束", "This observation has ended")
        case .notActive: Words("观察尚未开始", "The observation has not begun")
        case .alreadyActive: Words("观察已经开始", "The observation has begun already")
        case .homeNotChecked: Words("尚未查看居家条件", "The home has not been checked")
        case .noHomeCheckNeeded: Words("该观察方式无需查看居家条件", "This kind of observation needs no home check")
        case .homeIsUnsuitable: Words("不具备居家观察条件，应集中观察", "The home is unsuitable; central observation is needed")
        case .noticeMissing: Words("尚未送达告知书", "The notice has not been handed over")
        case .commitmentMissing: Words("尚未签订承诺书", "The commitment has not been signed")
        case .alreadyCommitted: Words("承诺书已签订", "The commitment has been signed already")
        case .periodOver: Words("观察期已满", "The period is over")
        case .periodRunning(let days): Words("观察期未满，还有\(days)天", "The period is not over: \(days) days left")
        case .notDueForRelease: Words("尚未到解除阶段", "It is not due for release")
        case .daysMissing(let count):
            Words("有\(count)次记录缺失且未说明原因", "\(count) records are missing without a reason")
        case .symptomatic: Words("最近一次记录有发热或症状", "The last record has a fever or symptom")
        case .testsMissing(let count): Words("还缺\(count)次阴性检测", "\(count) negative tests are missing")
        case .serialMissing: Words("缺少告知单编号", "The serial of the release note is missing")
        case .feverUnanswered: Words("有发热或症状尚未经医生处置", "A fever or symptom has not been answered by a doctor")
        case .breachOpen: Words("违反规定的情况尚未处置完毕", "A breach has not been dealt with")
        case .noFever: Words("没有待处置的发热", "There is no open fever")
        case .noBreach: Words("没有待处置的违反情况", "There is no open breach")
        case .mayLeave: Words("该观察方式可以外出", "This kind of observation allows going out")
        case .noSuchSlot: Words("观察期内没有这个时段", "There is no such slot in the period")
        case .slotNotOver: Words("该时段尚未结束", "The slot is not over yet")
        case .reasonMissing: Words("请填写原因", "Give a reason")
        case .exposureNotLater:
            Words("新的暴露日期应晚于原日期且不晚于今天", "A new exposure is later than the last one and not after today")
        case .startInFuture: Words("起算日期不能晚于今天", "The start cannot be after today")
        case .secondPersonNeeded: Words("需要另一人确认", "A second person must confirm")
        case .noSegments: Words("该类别无需观察", "This class asks for no observation")
        }
    }
}
