extension ArrivalRefusal {
    package var code: String {
        switch self {
        case .fieldMissing: "arrival.fieldMissing"
        case .noSuchDay: "arrival.noSuchDay"
        case .identifier(_, let refusal): refusal.code
        case .tooLong: "arrival.tooLong"
        case .noSuchDivision: "arrival.noSuchDivision"
        case .departedAfterArrival: "arrival.departedAfterArrival"
        case .arrivesTooFarAhead: "arrival.arrivesTooFarAhead"
        case .stopWithoutPlace: "arrival.stopWithoutPlace"
        case .stopWithoutDays: "arrival.stopWithoutDays"
        case .stopAfterArrival: "arrival.stopAfterArrival"
        case .tooManyStops: "arrival.tooManyStops"
        case .contactInFuture: "arrival.contactInFuture"
        case .guardianNeeded: "arrival.guardianNeeded"
        case .noticeOutdated: "arrival.noticeOutdated"
        case .notArrived: "arrival.notArrived"
        case .alreadyArrived: "arrival.alreadyArrived"
        case .alreadyRegistered: "arrival.alreadyRegistered"
        case .notRegistered: "arrival.notRegistered"
        case .notClassified: "arrival.notClassified"
        case .alreadyDisposed: "arrival.alreadyDisposed"
        case .observationMissing: "arrival.observationMissing"
        case .closed: "arrival.closed"
        case .noFever: "arrival.noFever"
        }
    }

    package var words: Words {
        switch self {
        case .fieldMissing(let field): Words("请填写\(field.words.chinese)", "Enter: \(field.words.english)")
        case .noSuchDay(let field):
            Words("\(field.words.chinese)不是有效日期", "\(field.words.english): there is no such day")
        case .identifier(_, let refusal): refusal.words
        case .tooLong(let field, let limit):
            Words("\(field.words.chinese)最多\(limit)个字", "\(field.words.english): at most \(limit) characters")
        case .noSuchDivision(let field):
            Words("\(field.words.chinese)不是有效的行政区划代码", "\(field.words.english): not a division code")
        case .departedAfterArrival: Words("离开日期晚于抵沪日期", "The departure is after the arrival")
        case .arrivesTooFarAhead(let days):
            Words("抵沪日期最多可提前\(days)天填报", "An arrival can be reported at most \(days) days ahead")
        case .stopWithoutPlace(let index):
            Words("第\(index + 1)段行程的地点不正确", "Stop \(index + 1): the place is not known")
        case .stopWithoutDays(let index):
            Words("第\(index + 1)段行程的起止日期不正确", "Stop \(index + 1): the days are not right")
        case .stopAfterArrival(let index):
            Words("第\(index + 1)段行程在抵沪之后", "Stop \(index + 1) is after the arrival")
        case .tooManyStops(let limit): Words("行程最多\(limit)段", "At most \(limit) stops")
        case .contactInFuture: Words("接触日期在今天之后", "The contact is in the future")
        case .guardianNeeded: Words("未满14岁须由监护人填报", "A guardian registers anybody under 14")
        case .noticeOutdated: Words("告知内容已更新，请重新阅读", "The notice has changed; please read it again")
        case .notArrived: Words("尚未抵沪", "Not arrived yet")
        case .alreadyArrived: Words("已登记抵沪", "The arrival is recorded already")
        case .alreadyRegistered: Words("住址已核实", "The dwelling has been confirmed already")
        case .notRegistered: Words("住址尚未核实", "The dwelling has not been confirmed")
        case .notClassified: Words("尚未分类", "Not classified yet")
        case .alreadyDisposed: Words("处置已确定", "The disposition has been decided already")
        case .observationMissing: Words("该类别须先建立观察", "This class needs an observation first")
        case .closed: Words("该登记已撤销", "The registration has been withdrawn")
        case .noFever: Words("没有待处置的发热", "There is no open fever")
        }
    }
}
