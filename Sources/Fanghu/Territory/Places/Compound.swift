/// A residential compound: walls and gates, or lanes open on many sides (DOMAIN §2.1).
///
/// A committee has several; of a huge one each of its committees has its own part.
package struct Compound: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case estate
        case lane
        case urbanVillage
        case village

        package var words: Words {
            switch self {
            case .estate: Words("小区", "compound")
            case .lane: Words("里弄", "lane neighbourhood")
            case .urbanVillage: Words("城中村", "urban village")
            case .village: Words("村宅", "village")
            }
        }
    }

    /// Who looks after it; compounds without one are reported on their own form.
    package enum Management: String, CaseIterable, Sendable {
        case company
        case committee
        case none

        package var words: Words {
            switch self {
            case .company: Words("物业公司", "property company")
            case .committee: Words("居委会代管", "looked after by the committee")
            case .none: Words("无物业", "no property management")
            }
        }
    }

    package let committee: DivisionID
    package let id: PlaceID
    package let name: String
    package let kind: Kind
    package let management: Management
    /// Road and lane, such as 石泉路123弄; addresses within it may leave them out.
    package let address: String?
    package let location: PlaceLocation?
    /// Since when nothing new is written into it; pulled down, or joined to another.
    package let closedAt: Instant?

    package var isClosed: Bool { closedAt != nil }

    /// What it takes to make one.
    package struct Draft: Sendable {
        package var committee: DivisionID
        package var name: String
        package var kind: Kind
        package var management: Management
        package var address: String?
        package var point: GeoPoint?

        package init(
            committee: DivisionID,
            name: String,
            kind: Kind = .estate,
            management: Management = .company,
            address: String? = nil,
            point: GeoPoint? = nil
        ) {
            self.committee = committee
            self.name = name
            self.kind = kind
            self.management = management
            self.address = address
            self.point = point
        }
    }
}
