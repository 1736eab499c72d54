/// Why nothing was written about a dwelling.
package enum HouseholdRefusal: Refusal, Equatable {
    case unknownDwelling
    /// The first thing to know is whether anybody is there.
    case presenceMissing
    case landlordMissing
    case countsWrong
    case recheckDayWrong(Int)
    case textTooLong(Int)
    /// Somebody else changed the same fields to something else since.
    case conflict([HouseholdField])
    case changedMeanwhile
    case idTaken
    /// A building head writes about their own pieces only.
    case notYours
    case batchTooLarge(Int)

    package var code: String {
        switch self {
        case .unknownDwelling: "household.unknownDwelling"
        case .presenceMissing: "household.presenceMissing"
        case .landlordMissing: "household.landlordMissing"
        case .countsWrong: "household.countsWrong"
        case .recheckDayWrong: "household.recheckDayWrong"
        case .textTooLong: "household.textTooLong"
        case .conflict: "household.conflict"
        case .changedMeanwhile: "household.changedMeanwhile"
        case .idTaken: "household.idTaken"
        case .notYours: "household.notYours"
        case .batchTooLarge: "household.batchTooLarge"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownDwelling: .absent
        case .presenceMissing, .landlordMissing, .countsWrong, .recheckDayWrong, .textTooLong, .batchTooLarge: .invalid
        case .conflict, .changedMeanwhile, .idTaken: .conflict
        case .notYours: .forbidden
        }
    }

    package var field: String? {
        switch self {
        case .presenceMissing: "presence"
        case .landlordMissing: "landlord"
        case .countsWrong: "away"
        case .recheckDayWrong: "recheckOn"
        case .conflict(let fields): fields.first?.rawValue
        case .unknownDwelling, .textTooLong, .changedMeanwhile, .idTaken, .notYours, .batchTooLarge: nil
        }
    }

    package var words: Words {
        switch self {
        case .unknownDwelling: Words("没有这一户,或不在您的区域内。", "There is no such dwelling in your territory.")
        case .presenceMissing: Words("请选择在住情况。", "Say whether anybody lives here.")
        case .landlordMissing: Words("出租户请填写房东。", "Name the landlord of a dwelling that is let.")
        case .countsWrong: Words("人数有误:外出人数不能多于居住人数。", "The numbers cannot be: more are away than live here.")
        case .recheckDayWrong(let days):
            Words("复查日期须在明天至 \(days) 天内。", "The re-check must be from tomorrow on, within \(days) days.")
        case .textTooLong(let limit): Words("最多 \(limit) 字。", "At most \(limit) characters.")
        case .conflict(let fields):
            Words(
                "他人刚改过:\(fields.map(\.words.chinese).joined(separator: "、"))。请核对后再提交。",
                "Somebody changed \(fields.map(\.words.english).joined(separator: ", ")) meanwhile. Compare and send again."
            )
        case .changedMeanwhile: Words("记录刚被他人更新,请刷新后重试。", "Somebody changed it just now. Reload and try again.")
        case .idTaken: Words("该编号已用于另一项内容不同的记录。", "This id already belongs to another record.")
        case .notYours: Words("不在您的包干范围内。", "It does not lie in a piece of yours.")
        case .batchTooLarge(let limit): Words("一次最多 \(limit) 条。", "At most \(limit) at once.")
        }
    }
}
