/// The five levels of the national list.
package enum DivisionLevel: Int, CaseIterable, Comparable, Sendable {
    case province = 1
    case city
    /// District, county or city of a county's rank.
    case district
    /// Sub-district, town, township, or a quasi-township.
    case township
    case committee

    package static func < (left: DivisionLevel, right: DivisionLevel) -> Bool {
        left.rawValue < right.rawValue
    }

    package var words: Words {
        switch self {
        case .province: Words("省级", "province")
        case .city: Words("地级", "city")
        case .district: Words("区县", "district")
        case .township: Words("街镇", "sub-district or town")
        case .committee: Words("居村委", "committee")
        }
    }
}
