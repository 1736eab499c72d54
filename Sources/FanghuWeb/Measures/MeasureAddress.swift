package import Fanghu

/// The addresses of measures.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/measures?under=&after=` | GET | manageGates | what is in force or to come |
/// | `/desk/measures/add?compound=` | GET, POST | manageGates | order a measure for a division or a compound |
/// | `/desk/measures/compounds/{id}` | GET | manageGates | what a compound does: like all, and besides; with history |
/// | `/desk/measures/compounds/{id}/notice` | GET | manageGates | the same as a sheet for the notice board |
/// | `/desk/measures/{id}/end` | POST | manageGates | end a measure |
/// | `/api/v1/compounds/{id}/measures` | GET | manageGates | what a compound does at an instant |
package enum MeasureAddress: Address {
    case list
    case add
    case compound(Slot<PlaceID>)
    case notice(Slot<PlaceID>)
    case end(Slot<MeasureID>)
    case api(Slot<PlaceID>)

    package static let all: [MeasureAddress] = [
        .list, .add, .compound("id"), .notice("id"), .end("id"), .api("id"),
    ]

    package var path: String {
        switch self {
        case .list: "/desk/measures"
        case .add: "/desk/measures/add"
        case .compound(let id): "/desk/measures/compounds/\(id)"
        case .notice(let id): "/desk/measures/compounds/\(id)/notice"
        case .end(let id): "/desk/measures/\(id)/end"
        case .api(let id): "/api/v1/compounds/\(id)/measures"
        }
    }
}

extension MeasureID: AddressValue {}

extension MeasureKey: AddressValue {
    /// `COMMITTEE.ID`, as `after` carries it.
    package var addressText: String { "\(committee).\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]), MeasureID(parts[1]) != nil else { return nil }
        self.init(committee: committee.rawValue, id: String(parts[1]))
    }
}
