package import Fanghu

/// The addresses of the register of places.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/places?under=&after=` | GET | managePlaces | compounds of one's territory |
/// | `/desk/places/add?under=` | GET, POST | managePlaces | make a compound |
/// | `/desk/places/{compound}` | GET | managePlaces | a compound and all that stands in it |
/// | `/desk/places/{compound}/poster` | GET | managePlaces | its QR code on A4 |
/// | `/desk/places/{compound}/rename`, `…/close` | POST | managePlaces | name it anew; close it for good |
/// | `/desk/places/{compound}/gates` | POST | managePlaces | add a gate |
/// | `/desk/places/{compound}/buildings`, `…/dwellings` | POST | managePlaces | add a building or a dwelling |
/// | `/desk/places/{compound}/buildings/{building}` | GET | managePlaces | the dwellings of a building |
package enum PlacesAddress: Address {
    case list
    case add
    case compound(Slot<PlaceID>)
    case poster(Slot<PlaceID>)
    case rename(Slot<PlaceID>)
    case close(Slot<PlaceID>)
    case gates(Slot<PlaceID>)
    case buildings(Slot<PlaceID>)
    case dwellings(Slot<PlaceID>)
    case building(Slot<PlaceID>, Slot<PlaceID>)

    package static let all: [PlacesAddress] = [
        .list, .add, .compound("compound"), .poster("compound"), .rename("compound"), .close("compound"),
        .gates("compound"), .buildings("compound"), .dwellings("compound"), .building("compound", "building"),
    ]

    package var path: String {
        switch self {
        case .list: "/desk/places"
        case .add: "/desk/places/add"
        case .compound(let id): "/desk/places/\(id)"
        case .poster(let id): "/desk/places/\(id)/poster"
        case .rename(let id): "/desk/places/\(id)/rename"
        case .close(let id): "/desk/places/\(id)/close"
        case .gates(let id): "/desk/places/\(id)/gates"
        case .buildings(let id): "/desk/places/\(id)/buildings"
        case .dwellings(let id): "/desk/places/\(id)/dwellings"
        case .building(let compound, let building): "/desk/places/\(compound)/buildings/\(building)"
        }
    }
}

extension PlaceKey: AddressValue {
    /// `COMMITTEE.ID`, as `after` carries it.
    package var addressText: String { "\(committee).\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]), PlaceID(parts[1]) != nil else { return nil }
        self.init(committee: committee, id: String(parts[1]))
    }
}

extension DwellingKey: AddressValue {
    /// `COMMITTEE.ID.ORDER`, as `after` carries it.
    package var addressText: String { "\(committee).\(id).\(order)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let committee = DivisionID(parts[0]), PlaceID(parts[1]) != nil else { return nil }
        self.init(committee: committee, order: String(parts[2]), id: String(parts[1]))
    }
}
