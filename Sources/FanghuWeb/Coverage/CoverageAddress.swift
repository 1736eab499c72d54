package import Fanghu

/// The six full responsibilities at the desk and in the API.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/coverage?part=&under=&since=&after=` | GET | manageCoverage | pieces, gaps and loads of a territory |
/// | `/desk/coverage/add?committee=` | GET, POST | manageCoverage | cut a piece |
/// | `/desk/coverage/areas/add?committee=` | GET, POST | manageCoverage | make an area |
/// | `/desk/coverage/areas/{id}` | GET, POST | manageCoverage | an area; hand it over, put pieces into it |
/// | `/desk/coverage/reports?level=&under=&after=` | GET | reportCoverage | reports that wait to be sent on |
/// | `/desk/coverage/reports/{id}` | POST | higher in the chain | send a report on, skipping a level with a reason |
/// | `/desk/coverage/mine` | GET | reportCoverage | the pieces in one's own charge |
/// | `/desk/coverage/pieces/{id}` | GET | in charge, or manageCoverage | a piece, its places, who answers for it |
/// | `/desk/coverage/pieces/{id}/{act}` | POST | as the act | report, hand over, deputies, split, merge, move |
/// | `/api/v1/coverage/pieces?under=&unowned=&since=&after=` | GET | manageCoverage | pieces |
/// | `/api/v1/coverage/gaps?gap=&under=&since=&after=` | GET | manageCoverage | gaps |
/// | `/api/v1/coverage/reports` | POST | in charge, or manageCoverage | report |
/// | `/api/v1/coverage/hand-overs` | POST | manageCoverage | hand a piece or an area over in one act |
package enum CoverageAddress: Address {
    case overview
    case addPiece
    case addArea
    case area(Slot<CoverageAreaID>)
    case mine
    case piece(Slot<CoveragePieceID>)
    case act(Slot<CoveragePieceID>, Slot<String>)
    case apiPieces
    case apiGaps
    case apiReports
    case reports
    case passOn(Slot<CoverageReportID>)
    case apiHandOvers

    package static let all: [CoverageAddress] = [
        .overview, .addPiece, .addArea, .area("id"), .mine, .piece("id"), .act("id", "act"), .apiPieces, .apiGaps,
        .apiReports, .reports, .passOn("id"), .apiHandOvers,
    ]

    package var path: String {
        switch self {
        case .overview: "/desk/coverage"
        case .addPiece: "/desk/coverage/add"
        case .addArea: "/desk/coverage/areas/add"
        case .area(let id): "/desk/coverage/areas/\(id)"
        case .mine: "/desk/coverage/mine"
        case .piece(let id): "/desk/coverage/pieces/\(id)"
        case .act(let id, let act): "/desk/coverage/pieces/\(id)/\(act)"
        case .apiPieces: "/api/v1/coverage/pieces"
        case .apiGaps: "/api/v1/coverage/gaps"
        case .apiReports: "/api/v1/coverage/reports"
        case .reports: "/desk/coverage/reports"
        case .passOn(let id): "/desk/coverage/reports/\(id)"
        case .apiHandOvers: "/api/v1/coverage/hand-overs"
        }
    }
}

extension CoveragePieceID: AddressValue {}
extension CoverageAreaID: AddressValue {}
extension CoverageReportID: AddressValue {}

extension GapKey: AddressValue {
    /// `COMMITTEE.PLACE`.
    package var addressText: String { "\(committee).\(place)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]) else { return nil }
        self.init(committee: committee, place: String(parts[1]))
    }
}
