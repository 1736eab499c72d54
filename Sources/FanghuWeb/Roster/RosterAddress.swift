package import Fanghu

/// The addresses of the roster.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/roster` | GET | viewRoster | who leads each committee, where it is busiest, postings, Party counts |
/// | `/desk/roster/committees/{committee}` | GET | viewRoster | one committee: next changes, absences, postings |
/// | `/desk/roster/committees/{committee}/absences` | GET, POST | manageRoster | plan an absence |
/// | `/desk/roster/committees/{committee}/postings` | GET, POST | manageRoster | post a cadre |
/// | `/desk/roster/committees/{committee}/party` | GET, POST | manageRoster | the Party organisation's counts |
/// | `/desk/roster/absences/{id}/end` | POST | manageRoster | back at once |
/// | `/desk/roster/postings/{id}/end` | GET, POST | manageRoster | end a posting, with what is handed over |
/// | `/api/v1/roster` | GET | viewRoster | who is first responsible where at an instant |
package enum RosterAddress: Address {
    case overview
    case committee(Slot<DivisionID>)
    case addAbsence(Slot<DivisionID>)
    case addPosting(Slot<DivisionID>)
    case party(Slot<DivisionID>)
    case endAbsence(Slot<AbsenceID>)
    case endPosting(Slot<PostingID>)
    case api

    package static let all: [RosterAddress] = [
        .overview, .committee("committee"), .addAbsence("committee"), .addPosting("committee"), .party("committee"),
        .endAbsence("id"), .endPosting("id"), .api,
    ]

    package var path: String {
        switch self {
        case .overview: "/desk/roster"
        case .committee(let place): "/desk/roster/committees/\(place)"
        case .addAbsence(let place): "/desk/roster/committees/\(place)/absences"
        case .addPosting(let place): "/desk/roster/committees/\(place)/postings"
        case .party(let place): "/desk/roster/committees/\(place)/party"
        case .endAbsence(let id): "/desk/roster/absences/\(id)/end"
        case .endPosting(let id): "/desk/roster/postings/\(id)/end"
        case .api: "/api/v1/roster"
        }
    }
}

extension AbsenceID: AddressValue {}
extension PostingID: AddressValue {}
