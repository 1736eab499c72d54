extension PostalAddress {
    /// The address in its usual writing, without remarks: 石泉路123弄45甲号601室.
    package var text: String {
        var text = [village, road, compound].compactMap(\.self).joined()
        if let group { text += group.last?.isNumber == true ? group + "队" : group }
        text += hamlet ?? ""
        let figures = [
            (lane, "弄"), (subLane, "支弄"), (number, "号"), (building, "幢"), (entrance, "单元"), (floor, "楼"), (room, "室"),
        ]
        for case (let figure?, let sign) in figures { text += figure + sign }
        return text + (position?.rawValue ?? "")
    }
}
