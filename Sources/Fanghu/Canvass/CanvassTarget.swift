/// One door or unit on a campaign's list.
package struct CanvassTarget: Hashable, Sendable {
    package let committee: DivisionID
    package let campaign: CanvassCampaignID
    package let place: PlaceID
    package let kind: CanvassKind
    package let building: PlaceID?
    package let address: String
    /// What premises are called; a dwelling has no name.
    package let name: String?
    /// Its place in the order of a walk.
    package let order: String
    package let area: String?
    package let team: CanvassTeamID?
    package var state: State
    package var marker: DoorMarker
    /// When somebody there confirmed that they were informed.
    package var informedAt: Instant?
    package var visits: Int
    package var lastVisitAt: Instant?

    package var key: DwellingKey { DwellingKey(committee: committee, order: order, id: place.text) }

    /// How far it is; raw values are stored and stand in the API.
    ///
    /// `done`, `vacant`, `away` and `explained` settle a target, and what is settled never becomes unsettled again.
    package enum State: String, CaseIterable, Codable, Sendable {
        case untouched
        case nobody
        case refused
        /// Somebody was there, but the receipt that the campaign wants is missing.
        case unreceipted
        case done
        /// A dwelling in which nobody lives, with evidence and a day to look again.
        case vacant
        /// A dwelling of which one knows from where and when they return.
        case away
        /// Left out for a reason for which two persons stand.
        case explained

        package static let settled: [State] = [.done, .vacant, .away, .explained]

        package var isSettled: Bool { State.settled.contains(self) }

        package var words: Words {
            switch self {
            case .untouched: Words("未走访", "not visited")
            case .nobody: Words("无人应门", "nobody there")
            case .refused: Words("拒绝", "refused")
            case .unreceipted: Words("缺回执", "receipt missing")
            case .done: Words("已完成", "done")
            case .vacant: Words("空关（有证明）", "vacant, with evidence")
            case .away: Words("外出（已问去向）", "away, origin known")
            case .explained: Words("已说明", "explained")
            }
        }
    }
}

/// The notice on an empty door, visited as soon as it is torn (摸空门, DOMAIN §6.2).
package enum DoorMarker: String, CaseIterable, Codable, Sendable {
    case none
    case posted
    case intact
    case torn

    package var words: Words {
        switch self {
        case .none: Words("无", "none")
        case .posted: Words("已贴", "posted")
        case .intact: Words("完好", "intact")
        case .torn: Words("被撕", "torn")
        }
    }

    /// What somebody does to a marker or sees of it; raw values are stored.
    package enum Event: String, CaseIterable, Codable, Sendable {
        case posted
        case intact
        case torn

        package var words: Words {
            switch self {
            case .posted: Words("贴上", "posted")
            case .intact: Words("检查完好", "seen intact")
            case .torn: Words("发现被撕", "found torn")
            }
        }
    }
}
