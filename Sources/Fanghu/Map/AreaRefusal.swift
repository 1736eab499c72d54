/// Why an area is not drawn, or a map not shown.
package enum AreaRefusal: Refusal, Equatable {
    case nameMissing
    case nameTaken
    case shapeMissing
    case outlineUnreadable
    case streetUnreadable(String)
    case hasHoles
    case crossesItself
    case tooWide
    case tooMany(Int)
    case endBeforeStart
    case unknownPlace
    case unknownArea
    /// The coarse map has districts, townships and committees.
    case placeTooLarge

    package var code: String {
        switch self {
        case .nameMissing: "area.nameMissing"
        case .nameTaken: "area.nameTaken"
        case .shapeMissing: "area.shapeMissing"
        case .outlineUnreadable: "area.outlineUnreadable"
        case .streetUnreadable: "area.streetUnreadable"
        case .hasHoles: "area.hasHoles"
        case .crossesItself: "area.crossesItself"
        case .tooWide: "area.tooWide"
        case .tooMany: "area.tooMany"
        case .endBeforeStart: "area.endBeforeStart"
        case .unknownPlace: "area.unknownPlace"
        case .unknownArea: "area.unknownArea"
        case .placeTooLarge: "area.placeTooLarge"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownPlace, .unknownArea: .absent
        case .nameTaken: .conflict
        case .nameMissing, .shapeMissing, .outlineUnreadable, .streetUnreadable, .hasHoles, .crossesItself, .tooWide,
            .tooMany, .endBeforeStart, .placeTooLarge:
            .invalid
        }
    }

    package var field: String? {
        switch self {
        case .nameMissing, .nameTaken: "name"
        case .outlineUnreadable, .hasHoles, .crossesItself, .tooWide, .tooMany, .shapeMissing: "outline"
        case .streetUnreadable: "streets"
        case .endBeforeStart: "to"
        case .unknownPlace: "place"
        case .unknownArea, .placeTooLarge: nil
        }
    }

    package var words: Words {
        switch self {
        case .nameMissing: Words("请填写区域名称（50 字以内）。", "Give the area a name of up to 50 characters.")
        case .nameTaken: Words("已有同名区域。", "There is an area of this name already.")
        case .shapeMissing: Words("请画出边界，或逐行填写路段。", "Draw an outline, or list stretches of streets.")
        case .outlineUnreadable:
            Words(
                "请逐行填写“经度, 纬度”，至少三个不同的角点，或粘贴一个 GeoJSON 面。",
                "Give lines of longitude, latitude, at least three, or one GeoJSON polygon."
            )
        case .streetUnreadable(let line):
            Words("看不懂“\(line)”，应如：愚园路 1-99 单", "“\(line)” is unclear; write 愚园路 1-99 odd")
        case .hasHoles: Words("区域不能有洞。", "An area has no holes.")
        case .crossesItself: Words("边界自相交叉，请按顺序填写角点。", "The outline crosses itself; give the corners in order.")
        case .tooWide: Words("区域跨度超过 30 公里，请检查坐标系。", "It is wider than 30 km; check the coordinates' datum.")
        case .tooMany(let limit): Words("最多 \(limit) 个。", "At most \(limit).")
        case .endBeforeStart: Words("结束日期须晚于开始日期。", "The end must come after the start.")
        case .unknownPlace: Words("没有这个地方，或不在您负责的区域内。", "There is no such place in your territory.")
        case .unknownArea: Words("没有这个区域，或已经结束。", "There is no such area, or it is over.")
        case .placeTooLarge: Words("请选择一个区、街镇或居委会。", "Choose a district, a township or a committee.")
        }
    }
}
