/// The columns that a kind of ledger can have; the raw value is the name in reports and mappings.
package protocol LedgerField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// Headings under which the ledgers of committees have it, the surest first.
    var headings: [String] { get }
    /// Without these a file is of another kind; one of each group is enough.
    static var needed: [[Self]] { get }
}

/// The columns of a ledger of households: one row a dwelling.
package enum HouseholdColumn: String, LedgerField {
    case address
    case compound
    case building
    case room
    case presence
    case expectedReturn
    case origin
    case living
    case away
    case tenure
    case landlord
    case landlordPhone
    case head
    case phone
    case evidence
    case recheckOn
    case remarks

    package var headings: [String] {
        switch self {
        case .address: ["地址", "住址", "门牌地址", "详细地址", "居住地址", "家庭地址", "address"]
        case .compound: ["小区", "小区名称", "compound"]
        case .building: ["楼号", "楼栋", "幢号", "门牌号", "号", "building"]
        case .room: ["室号", "房号", "室", "房间号", "户室", "room"]
        case .presence: ["在住情况", "居住情况", "居住状态", "是否在住", "是否在沪", "状态", "情况", "presence"]
        case .expectedReturn: ["预计返沪日期", "预计返回日期", "返沪日期", "返回日期", "返沪时间", "expectedReturn"]
        case .origin: ["从何地返回", "返回地", "目前所在地", "现所在地", "去向", "origin"]
        case .living: ["居住人数", "常住人数", "人数", "人口数", "家庭人数", "living"]
        case .away: ["外出人数", "未返人数", "离沪人数", "away"]
        case .tenure: ["居住性质", "房屋性质", "房屋类型", "自住/出租", "自住出租", "产权情况", "tenure"]
        case .landlord: ["房东", "房东姓名", "产权人", "landlord"]
        case .landlordPhone: ["房东电话", "房东联系电话", "房东手机", "landlordPhone"]
        case .head: ["户主", "户主姓名", "联系人", "head"]
        case .phone: ["联系电话", "电话", "手机", "手机号码", "手机号", "联系方式", "phone"]
        case .evidence: ["空关依据", "依据", "evidence"]
        case .recheckOn: ["复查日期", "recheckOn"]
        case .remarks: ["备注", "说明", "remarks"]
        }
    }

    package static let needed: [[HouseholdColumn]] = [[.address, .room]]
}

/// The columns of a ledger of premises: one row a firm, shop, site or market.
package enum PremisesColumn: String, LedgerField {
    case name
    case kind
    case address

    package var headings: [String] {
        switch self {
        case .name:
            ["名称", "单位名称", "企业名称", "商户名称", "商铺名称", "店名", "场所名称", "工地名称", "公司名称", "name"]
        case .kind: ["类别", "类型", "场所类型", "单位类型", "kind"]
        case .address: ["地址", "经营地址", "单位地址", "所在地址", "详细地址", "注册地址", "address"]
        }
    }

    package static let needed: [[PremisesColumn]] = [[.name], [.address]]
}
