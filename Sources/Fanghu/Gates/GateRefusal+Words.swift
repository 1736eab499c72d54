extension GateRefusal {
    package var words: Words {
        switch self {
        case .nameMissing: Words("请填写名称（50 字以内）。", "Give a name of up to 50 characters.")
        case .countWrong: Words("人数须为 1 至 50。", "The number is 1 to 50.")
        case .hoursWrong: Words("请填写开放和关闭时间，两者不能相同。", "Give when it opens and closes; the two differ.")
        case .unknownPlace: Words("请选择该居委会登记的出入口或道口。", "Choose a gate or checkpoint of the committee.")
        case .postTaken: Words("这个出入口已经设岗。", "There is a post at this gate already.")
        case .unknownPost: Words("没有这个岗位，或不在您负责的区域内。", "There is no such post in your territory.")
        case .startPast: Words("开始时间不能早于现在。", "It cannot begin before now.")
        case .endBeforeStart: Words("结束时间须晚于开始时间。", "The end must come after the start.")
        case .shiftTooLong: Words("一班不得超过 24 小时。", "A shift lasts 24 hours at most.")
        case .onDutyElsewhere: Words("此人这段时间已在另一岗位值守。", "They stand at another post at that time.")
        case .unfitForDuty: Words("此人在该居委会没有门岗权限。", "They hold no role there that keeps gates.")
        case .unknownShift: Words("没有这一班,或已经结束。", "There is no such shift, or it is over.")
        case .notOnDuty: Words("您现在不在这个岗位值守。", "You are not on duty at this post now.")
        case .personMissing: Words("请填写姓名。", "Give the name.")
        case .tailMissing: Words("请填写手机号或证件号后四位。", "Give the last four characters of the phone or document.")
        case .temperatureMissing: Words("请测量体温，如 36.5。", "Measure the temperature, such as 36.5.")
        case .hostMissing: Words("请填写探访的楼号或住户（100 字以内）。", "Say whom they visit, in up to 100 characters.")
        case .idTaken: Words("这一登记已用于另一人，请重新打开表单。", "This record was used for somebody else; open the form anew.")
        case .unknownPassing: Words("没有这条登记，或已不能再查看。", "There is no such record, or it is no longer shown.")
        case .tooSoon(let minutes): Words("请再休息 \(minutes) 分钟后复测。", "They rest for another \(minutes) minutes first.")
        case .tooLate: Words("距第一次测量太久，请重新登记。", "The first measurement is too long ago; begin anew.")
        case .measuredTwice: Words("已经复测过。", "It has been measured again already.")
        case .tooManyLookups:
            Words("核对次数过多，请稍候几分钟，或联系居委会。", "Too many look-ups. Wait some minutes, or call the committee.")
        }
    }
}
