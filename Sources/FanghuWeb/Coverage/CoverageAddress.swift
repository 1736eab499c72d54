package import Fanghu

/// The six full responsibilities at the desk and in the API.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/coverage?part=&under=&since=&after=` | GET | manageCoverage | pieces, gaps and loads of a territory |
/// | `/desk/coverage/add?committee=` | GET, POST | manageCoverage | cut a piece |
/// | `/desk/coverage/areas/add?committee=` | GET, POST | manageCoverage | make an area |
/// | `/desk/coverage/areas/{id}` | GET, POST | manageCoverage | an area; hand it over |
/// | `/desk/coverage/mine` | GET | reportCoverage | the pieces in one's own charge |
/// | `/desk/coverage/pieces/{id}` | GET | in charge, or manageCoverage | a piece, its places, who answers for it |
/// | `/desk/coverage/pieces/{id}/{act}` | POST | as the act | report, hand over, name or dismiss a deputy, split |
/// | `/api/v1/coverage/pieces?under=&unowned=&since=&after=` | GET | manageCoverage | pieces |
/// | `/api/v1/coverage/gaps?gap=&under=&since=&after=` | GET | manageCoverage | gaps |
/// | `/api/v1/coverage/reports` | POST | in charge, or manageCoverage | report |
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

    package static let all: [CoverageAddress] = [
        .overview, .addPiece, .addArea, .area("id"), .mine, .piece("id"), .act("id", "act"), .apiPieces, .apiGaps,
        .apiReports,
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
        }
    }
}

extension CoveragePieceID: AddressValue {}
extension CoverageAreaID: AddressValue {}

extension GapKey: AddressValue {
    /// `COMMITTEE.PLACE`.
    package var addressText: String { "\(committee).\(place)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let committee = DivisionID(parts[0]) else { return nil }
        self.init(committee: committee, place: String(parts[1]))
    }
}

extension CoverageScheme: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension CoverageAreaID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension AccountID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension StreetRange.Side: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
