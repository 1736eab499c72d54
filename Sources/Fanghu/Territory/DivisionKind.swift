/// What a division is, as the digits of its code say (DOMAIN §3.6).
package enum DivisionKind: String, CaseIterable, Sendable {
    case province
    case city
    case district
    case subdistrict
    case town
    case township
    /// Development zones, farms and the like: they stand at township level and are none.
    case quasiTownship
    case residents
    case villagers
    case quasiResidents
    case quasiVillagers

    package init(_ code: DivisionCode) {
        switch code.level {
        case .province: self = .province
        case .city: self = .city
        case .district: self = .district
        case .township: self = DivisionKind(townshipNumber: code.townshipNumber)
        case .committee: self = DivisionKind(committeeNumber: code.committeeNumber)
        }
    }

    private init(townshipNumber number: Int) {
        switch number {
        case ..<100: self = .subdistrict
        case ..<200: self = .town
        case ..<400: self = .township
        default: self = .quasiTownship
        }
    }

    private init(committeeNumber number: Int) {
        switch number {
        case ..<200: self = .residents
        case ..<400: self = .villagers
        case ..<500: self = .quasiResidents
        default: self = .quasiVillagers
        }
    }

    package var words: Words {
        switch self {
        case .province: Words("省（直辖市、自治区）", "province")
        case .city: Words("地级市", "city")
        case .district: Words("区（县）", "district")
        case .subdistrict: Words("街道", "sub-district")
        case .town: Words("镇", "town")
        case .township: Words("乡", "township")
        case .quasiTownship: Words("类似乡级单位", "quasi-township")
        case .residents: Words("居委会", "residents’ committee")
        case .villagers: Words("村委会", "villagers’ committee")
        case .quasiResidents: Words("类似居委会", "quasi-residents’ committee")
        case .quasiVillagers: Words("类似村委会", "quasi-villagers’ committee")
        }
    }
}
