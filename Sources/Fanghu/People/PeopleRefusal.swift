/// Why the register of persons refused.
package enum PeopleRefusal: Refusal, Equatable {
    case unknownPerson
    case changedMeanwhile
    case documentTaken
    case reasonMissing
    case searchEmpty
    case unknownCommittee

    package var code: String {
        switch self {
        case .unknownPerson: "people.unknownPerson"
        case .changedMeanwhile: "people.changedMeanwhile"
        case .documentTaken: "people.documentTaken"
        case .reasonMissing: "people.reasonMissing"
        case .searchEmpty: "people.searchEmpty"
        case .unknownCommittee: "people.unknownCommittee"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownPerson: .absent
        case .changedMeanwhile, .documentTaken: .conflict
        case .reasonMissing, .searchEmpty, .unknownCommittee: .invalid
        }
    }

    package var field: String? {
        switch self {
        case .documentTaken: "documentNumber"
        case .reasonMissing: "reason"
        case .searchEmpty: "text"
        case .unknownCommittee: "committee"
        case .unknownPerson, .changedMeanwhile: nil
        }
    }

    package var words: Words {
        switch self {
        case .unknownPerson: Words("没有此人的记录", "There is no such person")
        case .changedMeanwhile: Words("记录已被他人修改，请刷新后重试", "Somebody changed this meanwhile; reload and try again")
        case .documentTaken: Words("该证件号码已登记在他人名下", "This document is registered for somebody else")
        case .reasonMissing: Words("请填写查看原因", "Give a reason for seeing it")
        case .searchEmpty: Words("请输入姓名、拼音首字母、电话或证件号码", "Enter a name, pinyin initials, a phone or a document number")
        case .unknownCommittee: Words("没有这个居村委会", "There is no such committee")
        }
    }
}
