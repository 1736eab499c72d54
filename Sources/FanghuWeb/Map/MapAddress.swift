package import Fanghu

/// The addresses of the map and its areas.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/map` | GET | manageObservations | leads to the visitor's own place |
/// | `/desk/map/{division}` | GET | manageObservations | gates, areas and observed homes, exact; each view is recorded |
/// | `/desk/areas/add` | GET, POST | manageGates | draw an area by hand or by streets |
/// | `/desk/areas/{id}` | GET | manageGates | an area and what lies in it |
/// | `/desk/areas/{id}/end` | POST | manageGates | end an area |
/// | `/wall/{division}/map` | GET | viewFigures | the coarse map: no cell of fewer than five dwellings |
package enum MapAddress: Address {
    case own
    case place(Slot<DivisionID>)
    case addArea
    case area(Slot<MapAreaID>)
    case endArea(Slot<MapAreaID>)
    case wall(Slot<DivisionID>)

    package static let all: [MapAddress] = [
        .own, .place("division"), .addArea, .area("id"), .endArea("id"), .wall("division"),
    ]

    package var path: String {
        switch self {
        case .own: "/desk/map"
        case .place(let division): "/desk/map/\(division)"
        case .addArea: "/desk/areas/add"
        case .area(let id): "/desk/areas/\(id)"
        case .endArea(let id): "/desk/areas/\(id)/end"
        case .wall(let division): "/wall/\(division)/map"
        }
    }
}

extension MapAreaID: AddressValue {}
