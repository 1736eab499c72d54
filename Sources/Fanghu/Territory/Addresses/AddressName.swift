/// What the words before the first figure of an address name: a road, a village with its hamlet, a compound.
struct AddressName {
    var form: PostalAddress.Form = .compound
    var road: String?
    var compound: String?
    var village: String?
    var group: String?
    var hamlet: String?
    var remark: String?

    /// - Parameter isNumbered: a lane or number follows.
    init(_ words: String, isNumbered: Bool) {
        let (name, site) = AddressName.withoutSite(words)
        remark = site
        if isNumbered {
            readNumbered(name)
        } else if !readVillage(name) {
            readBare(name)
        }
    }

    /// 工地生活区 and what else says that builders live there is no part of the name.
    private static func withoutSite(_ words: String) -> (name: String, site: String?) {
        for sign in ["工地", "宿舍"] {
            if let range = words.firstRange(of: sign), range.lowerBound > words.startIndex {
                return (String(words[..<range.lowerBound]), String(words[range.lowerBound...]))
            }
        }
        return (words, nil)
    }

    /// 中华小区中泾路, 普善路铁路新村, 共康四村, 三牌楼路.
    private mutating func readNumbered(_ name: String) {
        if let cut = AddressName.cut(name, after: "小区"), AddressName.isRoad(cut.rest) {
            remark = cut.head
            road = cut.rest
        } else if let cut = AddressName.cut(name, after: "村"), cut.rest.count > 2, AddressName.isRoad(cut.rest) {
            village = cut.head
            road = cut.rest
        } else if AddressName.isRoad(name) {
            road = name
        } else if let cut = AddressName.cut(name, after: "路"), cut.rest.count > 1, cut.head.count > 2 {
            road = cut.head
            compound = cut.rest
        } else if name.hasSuffix("村") || name.hasSuffix("小区") || name.hasSuffix("苑") || name.hasSuffix("园") {
            compound = name
        } else if !readVillage(name) {
            road = name
        }
        form = road == nil ? (village == nil ? .compound : .village) : .road
    }

    /// 一六村李家队王家宅: the village, the team, the hamlet.
    private mutating func readVillage(_ name: String) -> Bool {
        if let cut = AddressName.cut(name, after: "村"), !cut.rest.hasPrefix("路"), !cut.rest.hasSuffix("村") {
            village = cut.head
            readHamlet(cut.rest)
        } else if ["村", "宅", "队", "组"].contains(where: name.hasSuffix) {
            if name.hasSuffix("村") {
                village = name
            } else {
                readHamlet(name)
            }
        } else {
            return false
        }
        form = .village
        return true
    }

    private mutating func readHamlet(_ text: String) {
        var rest = text
        if let cut = AddressName.cut(rest, after: "队") ?? AddressName.cut(rest, after: "组") {
            group = cut.head
            rest = cut.rest
        } else if rest.hasSuffix("队") || rest.hasSuffix("组") {
            group = rest
            rest = ""
        }
        hamlet = rest.isEmpty ? nil : rest
    }

    private mutating func readBare(_ name: String) {
        var text = name
        var isCrossing = false
        for sign in ["交叉口", "交界口", "交叉路口", "交界处", "路口", "口"] where text.hasSuffix(sign) {
            text = String(text.dropLast(sign == "路口" ? 1 : sign.count))
            isCrossing = true
            break
        }
        let isFigured = text.contains(where: AddressText.isFigure)
        if let cut = AddressName.cut(text, after: "路") ?? AddressName.cut(text, after: "大道"), !isFigured,
            isCrossing || AddressName.isRoad(cut.rest)
        {
            road = text
            form = .crossing
        } else if AddressName.isRoad(text), !isFigured {
            road = text
            form = .road
        } else if let cut = AddressName.cut(text, after: "路"), cut.head.count > 2, cut.rest.count > 1 {
            road = cut.head
            compound = cut.rest
        } else {
            compound = text
        }
    }

    private static func isRoad(_ name: String) -> Bool {
        name.count > 1 && ["路", "街", "道", "弄", "巷"].contains(where: name.hasSuffix)
    }

    /// The text up to and with the first such sign, and what follows; nil where nothing follows or precedes.
    private static func cut(_ text: String, after sign: String) -> (head: String, rest: String)? {
        guard let range = text.firstRange(of: sign), range.lowerBound > text.startIndex,
            range.upperBound < text.endIndex
        else { return nil }
        return (String(text[..<range.upperBound]), String(text[range.upperBound...]))
    }
}
