extension CanvassRefusal {
    package var words: Words {
        switch self {
        case .unknownCampaign: Words("没有这次排摸，或不在您的区域内。", "There is no such campaign in your territory.")
        case .unknownTeam: Words("没有这个小组。", "There is no such team.")
        case .unknownArea: Words("这次排摸没有这个片。", "The campaign has no such area.")
        case .unknownTarget: Words("名单上没有这一户，或不在您的区域内。", "It is not on the list, or not in your territory.")
        case .unknownExplanation: Words("没有这条待确认的说明。", "There is no such explanation to confirm.")
        case .titleMissing: Words("请填写名称，最多 60 字。", "Give it a title of at most 60 characters.")
        case .kindsMissing: Words("请至少选择一类场所。", "Choose a class of places at least.")
        case .daysWrong(let days):
            Words("结束日期须在开始之后，最长 \(days) 天。", "The end must come after the start, within \(days) days.")
        case .areasWrong(let limit):
            Words("片名不能重复，最多 \(limit) 个。", "Areas have different names, at most \(limit).")
        case .nameMissing: Words("请填写小组名称。", "Give the team a name.")
        case .nameTaken: Words("已有同名小组。", "There is a team of this name.")
        case .headsWrong(let limit): Words("人数须为 0 至 \(limit)。", "Heads are from 0 to \(limit).")
        case .memberUnfit: Words("组员须是在该区域任职的账号。", "Members must be appointed in this territory.")
        case .teamEmpty: Words("小组至少一人。", "A team has one person at least.")
        case .notPlanned: Words("排摸已经开始。", "The campaign has been opened already.")
        case .notOpen: Words("排摸未开始或已结束。", "The campaign is not open.")
        case .nothingToVisit: Words("区域内没有此类场所。", "There is no such place in the territory.")
        case .nothingSelected: Words("没有符合条件的户或单位。", "Nothing on the list fits these conditions.")
        case .nothingAssigned: Words("请选择片或小组。", "Choose an area or a team.")
        case .stillOpen(let count):
            Words("还有 \(count) 处未完成也未说明，不能结束。", "\(count) are neither done nor explained; it stays open.")
        case .timeWrong:
            Words("走访时间须在排摸开始之后、现在之前。", "The visit must lie between the opening and now.")
        case .textTooLong(let limit): Words("最多 \(limit) 字。", "At most \(limit) characters.")
        case .receiptWithoutAnybody: Words("没有联系到人，不能有回执。", "Nobody was reached, so nobody gave a receipt.")
        case .dwellingsOnly:
            Words("空关和外出只用于住户；单位请写说明。", "Vacant and away are for dwellings; explain a unit instead.")
        case .evidenceMissing:
            Words("空关须有证明和复查日期。", "Vacant needs evidence and a day to look again.")
        case .originMissing: Words("请填写从哪里返回。", "Say from where they will return.")
        case .channelWrong: Words("电话联系的方式须为电话或线上。", "By phone is made by phone or online.")
        case .notOfTeam: Words("在场的人须是本小组的。", "Those present must be of the team.")
        case .nobodyPresent: Words("至少一人在场。", "Somebody must have been there.")
        case .notYours: Words("不属于您的包干范围或小组。", "It is neither in a piece of yours nor your team's.")
        case .idTaken: Words("该编号已用于另一条内容不同的记录。", "This id already belongs to another record.")
        case .batchTooLarge(let limit): Words("一次最多 \(limit) 条。", "At most \(limit) at once.")
        case .markerNotWanted: Words("只有无人应门、空关或外出的门贴记号。", "A notice goes on a door behind which nobody is.")
        case .markerThere: Words("门上已贴记号。", "There is a notice on the door already.")
        case .noMarker: Words("门上没有完好的记号。", "There is no whole notice on the door.")
        case .reasonMissing: Words("请写明原因，最多 500 字。", "Say why, in at most 500 characters.")
        case .settledAlready: Words("已经完成，不需要说明。", "It is done and needs no explanation.")
        case .explainedAlready: Words("已有待确认的说明。", "An explanation waits to be confirmed already.")
        case .secondPersonNeeded:
            Words("说明须由另一人确认。", "Somebody else must confirm the explanation.")
        }
    }
}
