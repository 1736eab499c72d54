/// Why a place is not made or not found.
package enum PlacesRefusal: Refusal, Equatable {
    case nameMissing
    case nameTaken
    case addressTaken
    /// A road alone: nobody can live at all of it.
    case addressVague
    case compoundUnknown
    case compoundClosed
    case buildingUnknown
    case dwellingUnknown
    /// A place hangs on a committee, or a township's own things on the township.
    case committeeUnsuitable
    case fileEmpty
    case columnMissing(String)

    package var code: String {
        switch self {
        case .nameMissing: "places.nameMissing"
        case .nameTaken: "places.nameTaken"
        case .addressTaken: "places.addressTaken"
        case .addressVague: "places.addressVague"
        case .compoundUnknown: "places.compoundUnknown"
        case .compoundClosed: "places.compoundClosed"
        case .buildingUnknown: "places.buildingUnknown"
        case .dwellingUnknown: "places.dwellingUnknown"
        case .committeeUnsuitable: "places.committeeUnsuitable"
        case .fileEmpty: "places.fileEmpty"
        case .columnMissing: "places.columnMissing"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .nameMissing, .addressVague, .committeeUnsuitable, .fileEmpty, .columnMissing: .invalid
        case .nameTaken, .addressTaken, .compoundClosed: .conflict
        case .compoundUnknown, .buildingUnknown, .dwellingUnknown: .absent
        }
    }

    package var field: String? {
        switch self {
        case .nameMissing, .nameTaken: "name"
        case .addressTaken, .addressVague: "address"
        case .compoundUnknown: "compound"
        case .buildingUnknown: "building"
        case .dwellingUnknown: "dwelling"
        case .committeeUnsuitable: "committee"
        case .compoundClosed, .fileEmpty, .columnMissing: nil
        }
    }

    package var words: Words {
        switch self {
        case .nameMissing: Words("请填写名称", "give a name")
        case .nameTaken: Words("该居村委已有同名场所", "the committee has a place of this name")
        case .addressTaken: Words("该居村委已登记这个地址", "the committee has this address already")
        case .addressVague: Words("地址不够具体，请写到弄、号或室", "the address is too vague: give lane, number or room")
        case .compoundUnknown: Words("没有这个小区", "there is no such compound")
        case .compoundClosed: Words("该小区已停用，不能再改", "the compound is closed and takes no more changes")
        case .buildingUnknown: Words("没有这幢楼", "there is no such building")
        case .dwellingUnknown: Words("没有这一户", "there is no such dwelling")
        case .committeeUnsuitable: Words("请选择现有的居委会或村委会", "choose a committee that is in force")
        case .fileEmpty: Words("文件是空的", "the file is empty")
        case .columnMissing(let column): Words("文件缺少“\(column)”列", "the file has no column “\(column)”")
        }
    }
}
