/// Invented compounds, gates and dwellings for a demonstration on real divisions.
///
/// Names and roads are made up; the same committee always gets the same ones.
package enum DemoPlaces {
    /// A compound to be made, with what lies in it.
    package struct Plan: Sendable {
        package let compound: Compound.Draft
        package let gates: [String]
        /// Whole addresses.
        package let dwellings: [String]
    }

    /// Two or three compounds for each committee: estates of six floors, and now and then a row of old lane houses.
    package static func plans(for committees: [Division]) -> [Plan] {
        var used: Set<String> = []
        return committees.filter { $0.isCounted && $0.level == .committee }
            .flatMap { committee in
                var dice = DemoDice(seed: UInt64(bitPattern: committee.id.rawValue))
                return (0..<dice.roll(2...3))
                    .map { number in
                        plan(
                            for: committee,
                            road: road(&dice),
                            lane: 100 * (number + 1) + dice.roll(0...49) * 2,
                            &used,
                            &dice
                        )
                    }
            }
    }

    /// The dwellings of some plans as a sheet, for the import that everybody uses.
    package static func sheet(of plans: [Plan]) -> [UInt8] {
        let rows = plans.flatMap { plan in
            plan.dwellings.map { "\(plan.compound.committee),\(plan.compound.name),\($0)\n" }
        }
        return Array(("committee,compound,address\n" + rows.joined()).utf8)
    }

    private static func plan(
        for committee: Division,
        road: String,
        lane: Int,
        _ used: inout Set<String>,
        _ dice: inout DemoDice
    ) -> Plan {
        let isLane = dice.roll(1...5) == 1
        let address = "\(road)\(lane)弄"
        let draft = Compound.Draft(
            committee: committee.id,
            name: name(isLane: isLane, &used, &dice),
            kind: isLane ? .lane : .estate,
            management: isLane ? .none : .company,
            address: address
        )
        let gates = ["东门", "南门", "西门", "北门"].prefix(isLane ? 4 : dice.roll(1...3))
        let dwellings = isLane ? laneHouses(address, &dice) : estate(address, &dice)
        return Plan(compound: draft, gates: Array(gates), dwellings: dwellings)
    }

    /// A point within an outline for a compound, the same each time; nil for an outline that holds none.
    static func point(of compound: Compound.Draft, in outline: GeoPolygon) -> GeoPoint? {
        let corners = outline.parts.compactMap(\.first).joined()
        guard let west = corners.map(\.longitude).min(), let east = corners.map(\.longitude).max(),
            let south = corners.map(\.latitude).min(), let north = corners.map(\.latitude).max()
        else { return nil }
        let name = compound.name.unicodeScalars.reduce(UInt64(bitPattern: compound.committee.rawValue)) {
            $0 &* 31 &+ UInt64($1.value)
        }
        var dice = DemoDice(seed: name)
        let tries = (0..<200)
            .lazy
            .map { _ in
                GeoPoint(
                    longitude: west + (east - west) * Double(dice.roll(0...10_000)) / 10_000,
                    latitude: south + (north - south) * Double(dice.roll(0...10_000)) / 10_000
                )
            }
        return tries.first(where: outline.contains)
    }

    /// Where the gates of a compound lie: about a hundred metres around it.
    static func gatePoint(_ number: Int, around compound: GeoPoint) -> GeoPoint {
        let offsets = [(0.0010, 0.0), (0.0, -0.0008), (-0.0010, 0.0), (0.0, 0.0008)]
        let (east, north) = offsets[number % offsets.count]
        return GeoPoint(longitude: compound.longitude + east, latitude: compound.latitude + north)
    }

    private static func estate(_ address: String, _ dice: inout DemoDice) -> [String] {
        let doors = dice.roll(3...8)
        let perFloor = dice.roll(2...4)
        return (1...doors)
            .flatMap { door in
                (1...6).flatMap { floor in (1...perFloor).map { "\(address)\(door)号\(floor)0\($0)室" } }
            }
    }

    private static func laneHouses(_ address: String, _ dice: inout DemoDice) -> [String] {
        let positions: [RoomPosition] = [.groundFloor, .frontRoom, .backRoom, .mezzanine, .attic]
        return (1...dice.roll(8...16)).flatMap { door in positions.map { "\(address)\(door)号\($0.rawValue)" } }
    }

    private static func name(isLane: Bool, _ used: inout Set<String>, _ dice: inout DemoDice) -> String {
        let endings = isLane ? ["里", "坊", "邨"] : ["苑", "花园", "公寓", "雅居", "新苑", "名邸"]
        var name = dice.pick(words) + dice.pick(endings)
        while !used.insert(name).inserted { name = dice.pick(words) + dice.pick(words) + dice.pick(endings) }
        return name
    }

    private static func road(_ dice: inout DemoDice) -> String {
        dice.pick(words) + dice.pick(["路", "东路", "西路", "支路"])
    }

    private static let words = [
        "柳荫", "桂香", "松风", "竹影", "荷塘", "枫桥", "兰溪", "云岫", "晴川", "听雨", "望月", "碧梧", "锦枫", "澄湖",
        "鹤鸣", "雁回", "棠梨", "海棠", "紫藤", "青荇", "芸窗", "墨池", "砚湖", "琴台",
    ]
}

/// Numbers that look like chance and come out the same every time (SplitMix64).
private struct DemoDice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
        range.lowerBound + Int(next() % UInt64(range.count))
    }

    mutating func pick(_ words: [String]) -> String {
        words[Int(next() % UInt64(words.count))]
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
