/// How far a campaign is, in all and by each way to cut it (DOMAIN §6.2, "committees that lag show on one page").
package struct CanvassProgress: Sendable {
    package let campaign: CanvassCampaign
    package let total: Line
    /// By what, and the lines of it, the most behind first.
    package let parts: [(part: Part, lines: [Line])]

    /// What a campaign's list is cut by.
    package enum Part: String, CaseIterable, Sendable {
        case committee
        case area
        case kind
        case buildingGroup
        case team

        package var words: Words {
            switch self {
            case .committee: Words("居委会", "Committee")
            case .area: Words("片", "Area")
            case .kind: Words("类别", "Kind")
            case .buildingGroup: Words("楼组", "Building group")
            case .team: Words("小组", "Team")
            }
        }
    }

    /// The numbers of one part.
    package struct Line: Hashable, Sendable {
        /// The committee's id, the kind's raw value, or the name of area, building group or team; empty is none.
        package let key: String
        package let targets: Int
        package let done: Int
        package let explained: Int
        package let nobody: Int
        package let refused: Int
        package let receipts: Int
        /// Tours that went to this part: one that went to two parts counts in both, and once in the total.
        package let personTimes: Int

        package init(
            key: String,
            targets: Int,
            done: Int,
            explained: Int,
            nobody: Int,
            refused: Int,
            receipts: Int,
            personTimes: Int
        ) {
            self.key = key
            self.targets = targets
            self.done = done
            self.explained = explained
            self.nobody = nobody
            self.refused = refused
            self.receipts = receipts
            self.personTimes = personTimes
        }

        package var open: Int { targets - done - explained }

        /// Done or explained, of a hundred, rounded down so that 100 means all.
        package var percent: Int { targets == 0 ? 100 : (done + explained) * 100 / targets }

        /// Whether it stands before another in the list: further behind, then more left, then by name.
        package func isBehind(_ other: Line) -> Bool {
            let left = (done + explained) * other.targets
            let right = (other.done + other.explained) * targets
            return (left, -open, key) < (right, -other.open, other.key)
        }
    }
}
