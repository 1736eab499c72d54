/// An address of a dwelling or a premises in Shanghai's shapes (DOMAIN §3.7).
///
/// Road, lane, sub-lane, number and room; or village, group and hamlet; or the name of a compound. All texts are in
/// one writing: half width, no blanks, Arabic figures before 弄, 号, 室 and the like.
package struct PostalAddress: Hashable, Sendable {
    /// The shape it was written in.
    package enum Form: String, CaseIterable, Sendable {
        /// 江苏路123弄…
        case lane
        /// 江苏路123号…
        case number
        /// 一六村李家队王家宅
        case village
        /// 中远两湾城, 共康四村12号
        case compound
        /// 伊宁路合作路: a crossing, as builders' sites give it.
        case crossing
        /// A road and nothing else.
        case road
    }

    package var form: Form
    package var compound: String?
    package var road: String?
    package var lane: String?
    package var subLane: String?
    /// With its suffix, as 45甲; a range as 36-38.
    package var number: String?
    /// 幢, 栋, 座 or 号楼 within a number or compound.
    package var building: String?
    package var entrance: String?
    package var floor: String?
    package var room: String?
    package var position: RoomPosition?
    package var village: String?
    package var group: String?
    package var hamlet: String?
    /// What was written besides: （住宅）, 工地生活区.
    package var remark: String?

    package init(_ form: Form) {
        self.form = form
    }

    /// Whether it names one building at least, so that a dwelling can lie there.
    package var isPrecise: Bool {
        switch form {
        case .lane, .number, .village, .compound: true
        case .crossing, .road: false
        }
    }
}

/// Where in an old lane house somebody lives; each is a dwelling of its own (DOMAIN §3.7).
package enum RoomPosition: String, CaseIterable, Sendable {
    case groundFloor = "底楼"
    case frontRoom = "前楼"
    case backRoom = "后楼"
    case mezzanine = "亭子间"
    case secondAttic = "二层阁"
    case attic = "三层阁"
    case loft = "阁楼"
    case kitchen = "灶披间"
    case frontWing = "前厢房"
    case backWing = "后厢房"
    case eastWing = "东厢房"
    case westWing = "西厢房"
    case wing = "厢房"
    case frontParlour = "前客堂"
    case backParlour = "后客堂"
    case parlour = "客堂"
    case wholeFloor = "统楼"
    case terrace = "晒台"
    case overpass = "过街楼"
    case basement = "地下室"
    case garage = "汽车间"

    /// Other words for the same.
    init?(text: String) {
        let synonyms = ["底层": "底楼", "楼下": "底楼", "三层搁": "三层阁", "灶间": "灶披间", "客堂间": "客堂", "车库": "汽车间"]
        self.init(rawValue: synonyms[text] ?? text)
    }
}

/// Why a text is no address.
package enum AddressProblem: Refusal, Equatable {
    case empty
    /// 32弄 without its road.
    case roadMissing
    /// Several addresses glued together.
    case several
    /// A figure that is neither lane nor number.
    case figureUnclear(String)

    package var code: String {
        switch self {
        case .empty: "address.empty"
        case .roadMissing: "address.roadMissing"
        case .several: "address.several"
        case .figureUnclear: "address.figureUnclear"
        }
    }

    package var kind: RefusalKind { .invalid }
    package var field: String? { "address" }

    package var words: Words {
        switch self {
        case .empty: Words("请填写地址", "give an address")
        case .roadMissing: Words("地址缺少路名或村名", "the road or village is missing")
        case .several: Words("一栏里有几个地址，请分开填写", "there are several addresses; give one")
        case .figureUnclear(let figure):
            Words("“\(figure)”是弄、号还是室？", "is “\(figure)” a lane, a number or a room?")
        }
    }
}
