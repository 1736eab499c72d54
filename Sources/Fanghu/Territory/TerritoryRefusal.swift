/// Why the territory refuses.
package enum TerritoryRefusal: Refusal, Equatable {
    case fileEmpty
    case columnMissing(String)
    /// Nothing in the file can be used.
    case nothingUsable
    /// A newer edition is already in force.
    case editionOlder(than: CivilDate)
    /// A list cannot hold before its day.
    case editionInFuture
    case divisionUnknown(DivisionID)
    case proposalUnknown
    case proposalDecided

    package var code: String {
        switch self {
        case .fileEmpty: "territory.fileEmpty"
        case .columnMissing: "territory.columnMissing"
        case .nothingUsable: "territory.nothingUsable"
        case .editionOlder: "territory.editionOlder"
        case .editionInFuture: "territory.editionInFuture"
        case .divisionUnknown: "territory.divisionUnknown"
        case .proposalUnknown: "territory.proposalUnknown"
        case .proposalDecided: "territory.proposalDecided"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .fileEmpty, .columnMissing, .nothingUsable, .editionInFuture: .invalid
        case .divisionUnknown, .proposalUnknown: .absent
        case .editionOlder, .proposalDecided: .conflict
        }
    }

    package var words: Words {
        switch self {
        case .fileEmpty: Words("文件是空的", "the file is empty")
        case .columnMissing(let column):
            Words("文件缺少“\(column)”列", "the file has no column “\(column)”")
        case .nothingUsable: Words("文件中没有可用的行", "no row of the file can be used")
        case .editionOlder(let day):
            Words("已有\(day.iso)的区划数据，不能再导入更早的", "an edition of \(day.iso) is in force; this one is older")
        case .editionInFuture: Words("施行日期不能晚于今天", "the day of the edition lies in the future")
        case .divisionUnknown(let id): Words("没有区划\(id)", "there is no division \(id)")
        case .proposalUnknown: Words("没有这条待确认事项", "there is no such proposal")
        case .proposalDecided: Words("这条事项已有结论", "the proposal has been decided")
        }
    }
}
