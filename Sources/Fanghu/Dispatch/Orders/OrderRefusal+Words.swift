extension OrderRefusal {
    package var words: Words {
        switch self {
        case .unknownOrder: Words("没有这张工单。", "There is no such order.")
        case .unknownClass: Words("请选择事项类别。", "Please choose a class.")
        case .notNow(let act, let state):
            Words(
                "工单“\(state.words.chinese)”，不能“\(act.words.chinese)”。",
                "The order is “\(state.words.english)”; “\(act.words.english)” is not possible now."
            )
        case .noteMissing: Words("请写明原因或结果。", "Please say why, or what was done.")
        case .summaryMissing: Words("请写明发生了什么。", "Please say what has happened.")
        case .textTooLong(let limit): Words("最多\(limit)个字。", "At most \(limit) characters.")
        case .notYours: Words("只有工单的责任人可以这样做。", "Only whoever has the order can do this.")
        case .ownWork:
            Words("不能核查自己处置的工单，请由他人核查。", "Nobody verifies what they handled; somebody else must.")
        case .partsOpen(let parts):
            Words(
                "尚未完成：\(parts.map(\.words.chinese).joined(separator: "、"))。",
                "Not done yet: \(parts.map(\.words.english).joined(separator: ", "))."
            )
        case .noSuchPart: Words("工单没有这一项任务，或已完成。", "The order has no such task, or it is done.")
        case .limitPassed:
            Words("时限已过，延期和挂账须在到期前批准。", "The limit has passed; extensions and suspensions are approved before it.")
        case .noExtensionAsked: Words("没有待批准的延期申请。", "No extension was asked for.")
        case .ownRequest: Words("申请人不能批准自己的申请。", "Whoever asked cannot approve it.")
        case .extendedEnough: Words("已延期一次，再次延期须由领导督办。", "Extended once already; again only by the leader.")
        case .untilPast: Words("日期须在今天之后。", "The day must lie after today.")
        case .duplicateOfItself: Words("不能并入自己。", "An order is no duplicate of itself.")
        case .unknownPlace: Words("没有这个地点。", "There is no such place.")
        case .urgedJustNow: Words("一小时内已经催办过。", "It was urged within the hour.")
        case .unfitOwner: Words("此人在这里没有职务。", "This person holds no office here.")
        }
    }
}
