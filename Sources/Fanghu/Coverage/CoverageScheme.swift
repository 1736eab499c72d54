/// The six full responsibilities, 六大包干 (DOMAIN §8.1); raw values are stored.
package enum CoverageScheme: String, CaseIterable, Codable, Sendable {
    case streetBlock
    case officeBuilding
    case buildingGroup
    case villageGroup
    case market
    case enterprise

    /// What its pieces are cut from: every place belongs to one kind, so that it can lie in one piece only.
    package var kind: CoveredKind {
        switch self {
        case .buildingGroup, .villageGroup: .dwelling
        case .streetBlock, .officeBuilding, .market, .enterprise: .premises
        }
    }

    package var words: Words {
        switch self {
        case .streetBlock: Words("街面", "Street block")
        case .officeBuilding: Words("楼宇", "Office building")
        case .buildingGroup: Words("楼组", "Building group")
        case .villageGroup: Words("村组", "Village group")
        case .market: Words("市场", "Market")
        case .enterprise: Words("企业", "Enterprise")
        }
    }
}

/// What is covered: somebody's home, or a place with a business.
package enum CoveredKind: String, Codable, Sendable {
    case dwelling
    case premises
}
