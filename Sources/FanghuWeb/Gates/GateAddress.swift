package import Fanghu

/// The addresses of gates.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/gate` | GET | keepGate | the posts where one is on duty now |
/// | `/gate/posts/{id}` | GET, POST | keepGate, on duty | ask, register, measure |
/// | `/gate/passings/{id}` | GET | keepGate, who wrote it | pass, second check or stop, and why |
/// | `/gate/passings/{id}/second` | POST | keepGate, on duty | the second measurement |
/// | `/desk/gates?under=&after=` | GET | manageGates | every post and open gate with who stands there now |
/// | `/desk/gates/add` | GET, POST | manageGates | set up a post |
/// | `/desk/gates/{id}?before=` | GET | manageGates | a post: shifts and log |
/// | `/desk/gates/{id}/shifts` | GET, POST | manageGates | plan a shift |
/// | `/desk/gates/shifts/{id}/end` | POST | manageGates | end a shift |
/// | `/api/v1/gates` | GET | manageGates | posts with who stands there now |
/// | `/api/v1/gates/{id}/passings` | POST | keepGate, on duty | ask, register, measure |
package enum GateAddress: Address {
    case own
    case post(Slot<GatePostID>)
    case passing(Slot<GatePassingID>)
    case second(Slot<GatePassingID>)
    case desk
    case add
    case deskPost(Slot<GatePostID>)
    case shifts(Slot<GatePostID>)
    case endShift(Slot<DutyShiftID>)
    case api
    case apiPassings(Slot<GatePostID>)

    package static let all: [GateAddress] = [
        .own, .post("id"), .passing("id"), .second("id"), .desk, .add, .deskPost("id"), .shifts("id"), .endShift("id"),
        .api, .apiPassings("id"),
    ]

    package var path: String {
        switch self {
        case .own: "/gate"
        case .post(let id): "/gate/posts/\(id)"
        case .passing(let id): "/gate/passings/\(id)"
        case .second(let id): "/gate/passings/\(id)/second"
        case .desk: "/desk/gates"
        case .add: "/desk/gates/add"
        case .deskPost(let id): "/desk/gates/\(id)"
        case .shifts(let id): "/desk/gates/\(id)/shifts"
        case .endShift(let id): "/desk/gates/shifts/\(id)/end"
        case .api: "/api/v1/gates"
        case .apiPassings(let id): "/api/v1/gates/\(id)/passings"
        }
    }
}

extension GatePostID: AddressValue {}
extension GatePassingID: AddressValue {}
extension DutyShiftID: AddressValue {}

extension GateKey: AddressValue {
    /// `COMMITTEE.ID`, as `after` carries it.
    package var addressText: String { "\(committee).\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]), GatePostID(parts[1]) != nil else { return nil }
        self.init(committee: committee.rawValue, id: String(parts[1]))
    }
}
