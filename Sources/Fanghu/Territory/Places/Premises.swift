/// A place that is no dwelling and has somebody who answers for it.
package struct Premises: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case streetShop
        case officeBuilding
        case businessPark
        case enterprise
        case constructionSite
        case market
        case careHome
        case school
        case hotel
        case isolationSite
        case feverClinic
        case healthCentre

        package var words: Words {
            switch self {
            case .streetShop: Words("沿街商铺", "street shop")
            case .officeBuilding: Words("商务楼宇", "office building")
            case .businessPark: Words("园区", "business park")
            case .enterprise: Words("企业", "enterprise")
            case .constructionSite: Words("工地", "construction site")
            case .market: Words("市场", "market")
            case .careHome: Words("养老机构", "care home")
            case .school: Words("学校", "school")
            case .hotel: Words("旅馆", "hotel")
            case .isolationSite: Words("集中隔离点", "central isolation site")
            case .feverClinic: Words("发热门诊", "fever clinic")
            case .healthCentre: Words("社区卫生服务中心", "community health service centre")
            }
        }
    }

    package let committee: DivisionID
    package let id: PlaceID
    package let kind: Kind
    package let name: String
    package let address: String
    package let location: PlaceLocation?

    /// What it takes to make one.
    package struct Draft: Sendable {
        package var committee: DivisionID
        package var kind: Kind
        package var name: String
        package var address: String
        package var point: GeoPoint?

        package init(committee: DivisionID, kind: Kind, name: String, address: String, point: GeoPoint? = nil) {
            self.committee = committee
            self.kind = kind
            self.name = name
            self.address = address
            self.point = point
        }
    }
}
