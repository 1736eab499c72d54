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

extension PostalAddress {
    /// The address of the building alone.
    package var ofBuilding: PostalAddress {
        var building = self
        building.entrance = nil
        building.floor = nil
        building.room = nil
        building.position = nil
        building.remark = nil
        return building
    }

    /// Room or position within the building; empty where there is none.
    package var roomText: String {
        room ?? [floor, position?.rawValue].compactMap(\.self).joined()
    }
}
