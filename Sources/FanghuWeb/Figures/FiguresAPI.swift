package import Fanghu
import Hummingbird

/// The figures in the API: `GET /api/v1/figures?under=CODE&day=YYYYMMDD`, for those with `viewFigures`.
package enum FiguresAPIAddress: Address {
    case figures

    package static let all: [FiguresAPIAddress] = [.figures]

    package var path: String { "/api/v1/figures" }
}

/// Answers the API's requests for figures.
package struct FiguresAPI: Sendable {
    let service: FiguresService

    package init(service: FiguresService) {
        self.service = service
    }

    package func add(to routes: Routes) {
        routes.get(FiguresAPIAddress.figures, use: figures)
    }

    @Sendable func figures(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        guard let under = try request.query("under", as: DivisionID.self) else {
            throw EdgeRefusal.malformedField("under")
        }
        let day = try request.query("day", as: CivilDate.self)
        return try .json(
            FiguresAnswer(try await service.report(under: under, on: day, for: actor)),
            unlessKnownTo: request
        )
    }
}

/// The figures of a place in the API.
struct FiguresAnswer: Encodable {
    let place: Place
    let path: [Place]
    let day: CivilDate
    let total: Figures
    let rows: [Row]

    struct Place: Encodable {
        let id: DivisionID
        let name: String
        let level: Int

        init(_ division: Division) {
            id = division.id
            name = division.name
            level = division.level.rawValue
        }
    }

    /// By the stable names of the indicators; a figure that is not there is 0.
    struct Figures: Encodable {
        let today: [String: Int]
        let cumulative: [String: Int]

        init(_ row: FiguresReport.Row) {
            today = Dictionary(uniqueKeysWithValues: row.today.map { ($0.key.name, $0.value) })
            cumulative = Dictionary(uniqueKeysWithValues: row.cumulative.map { ($0.key.name, $0.value) })
        }
    }

    struct Row: Encodable {
        let place: Place
        let figures: Figures

        private enum CodingKeys: String, CodingKey {
            case place
            case today
            case cumulative
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(place, forKey: .place)
            try container.encode(figures.today, forKey: .today)
            try container.encode(figures.cumulative, forKey: .cumulative)
        }
    }

    init(_ report: FiguresReport) {
        place = Place(report.place)
        path = report.path.map(Place.init)
        day = report.day
        total = Figures(report.total)
        rows = report.rows.map { Row(place: Place($0.place), figures: Figures($0)) }
    }
}
