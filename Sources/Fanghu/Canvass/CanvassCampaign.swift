/// A canvass of classes of places in a territory, from a list of doors to the last receipt (DOMAIN §6.2, §8.2).
package struct CanvassCampaign: Hashable, Sendable {
    /// The division it covers: a committee, a township or a district; also the key of its rows.
    package let place: DivisionID
    package let id: CanvassCampaignID
    package let title: Words
    package let kinds: Set<CanvassKind>
    package let from: CivilDate
    package let to: CivilDate
    /// Whether a unit counts as informed, and therefore as done, with a receipt only.
    package let wantsReceipt: Bool
    package let state: State
    package let createdBy: AccountID?
    package let openedAt: Instant?
    package let closedAt: Instant?

    /// From a plan without a list over the visits to the end; raw values are stored and stand in the API.
    package enum State: String, CaseIterable, Codable, Sendable {
        case planned
        case open
        case closed

        package var words: Words {
            switch self {
            case .planned: Words("筹备", "planned")
            case .open: Words("进行中", "open")
            case .closed: Words("已结束", "closed")
            }
        }
    }

    /// What it takes to plan one.
    package struct Draft: Hashable, Sendable {
        package var place: DivisionID
        package var title: Words
        package var kinds: Set<CanvassKind>
        package var from: CivilDate
        package var to: CivilDate
        package var wantsReceipt: Bool
        /// The names of its areas (片), as streets or an office cut it; none is one area.
        package var areas: [String]

        package init(
            place: DivisionID,
            title: Words,
            kinds: Set<CanvassKind>,
            from: CivilDate,
            to: CivilDate,
            wantsReceipt: Bool = false,
            areas: [String] = []
        ) {
            self.place = place
            self.title = title
            self.kinds = kinds
            self.from = from
            self.to = to
            self.wantsReceipt = wantsReceipt
            self.areas = areas
        }
    }
}

/// A class of places that a campaign may cover; the raw value is stored and stands in the API.
package enum CanvassKind: Hashable, Sendable, Comparable, RawRepresentable, Codable {
    case dwelling
    case premises(Premises.Kind)

    package init?(rawValue: String) {
        if rawValue == "dwelling" {
            self = .dwelling
        } else if let kind = Premises.Kind(rawValue: rawValue) {
            self = .premises(kind)
        } else {
            return nil
        }
    }

    package var rawValue: String {
        switch self {
        case .dwelling: "dwelling"
        case .premises(let kind): kind.rawValue
        }
    }

    package static let all: [CanvassKind] = [.dwelling] + Premises.Kind.allCases.map { .premises($0) }

    package var isDwelling: Bool { self == .dwelling }

    package var words: Words {
        switch self {
        case .dwelling: Words("住户", "dwelling")
        case .premises(let kind): kind.words
        }
    }

    package static func < (left: CanvassKind, right: CanvassKind) -> Bool { left.rawValue < right.rawValue }
}

/// Who goes from door to door together: members of staff, and heads of outside volunteers who have no account.
package struct CanvassTeam: Hashable, Sendable {
    package let place: DivisionID
    package let id: CanvassTeamID
    package let name: String
    /// How many go along without an account.
    package let heads: Int
    package let members: Set<AccountID>

    package init(place: DivisionID, id: CanvassTeamID, name: String, heads: Int, members: Set<AccountID>) {
        self.place = place
        self.id = id
        self.name = name
        self.heads = heads
        self.members = members
    }
}

/// Which targets of a campaign an assignment means; all conditions hold together, and none means all of them.
package struct CanvassSelection: Hashable, Sendable {
    package var committee: DivisionID?
    package var kind: CanvassKind?
    package var building: PlaceID?
    package var area: String?
    /// How the address begins: a street, a lane, a house.
    package var street: String?
    /// These places and no other; nil for any.
    package var places: [PlaceID]?

    package init(
        committee: DivisionID? = nil,
        kind: CanvassKind? = nil,
        building: PlaceID? = nil,
        area: String? = nil,
        street: String? = nil,
        places: [PlaceID]? = nil
    ) {
        self.committee = committee
        self.kind = kind
        self.building = building
        self.area = area
        self.street = street
        self.places = places
    }
}
