import Fanghu

/// How one place stands, with the places below it: counts only, never a person.
struct HealthFigures {
    struct Line {
        let name: String
        let link: String
        let isTotal: Bool
        let open: String
        let isGrave: Bool
        let reported: String
        let active: String
        let released: String
    }

    let place: String
    let lines: [Line]

    init(_ report: FiguresReport) {
        place = report.place.name
        lines = [Line(report.total, isTotal: true)] + report.rows.map { Line($0, isTotal: false) }
    }
}

extension HealthFigures.Line {
    init(_ row: FiguresReport.Row, isTotal: Bool) {
        name = row.place.name
        link = FiguresAddress.place(.of(row.place.id)).path
        self.isTotal = isTotal
        let fevers = row.cumulative[.feversOpen] ?? 0
        open = Listing.grouped(fevers)
        isGrave = fevers > 0
        reported = Listing.grouped(row.today[.feversReported] ?? 0)
        active = Listing.grouped(row.cumulative[.observationsActive] ?? 0)
        released = Listing.grouped(row.today[.observationsReleased] ?? 0)
    }
}

/// What became of each release of a ticked list.
struct ReleaseResultPage: Page {
    static let template = "health-releases"

    struct Line {
        let person: String
        let link: String
        let serial: String?
        let serialLink: String?
        let refusal: Words?
    }

    let summary: Phrase
    let lines: [Line]
    let back = HealthDeskAddress.desk.path

    init(_ results: [(id: ObservationID, result: ReleaseResult)], _ names: [DutyTask.Subject: String]) {
        lines = results.map { id, result in
            let link = ObservationDeskAddress.observation(.of(id)).path
            let person = names[.observation(id)] ?? "—"
            switch result {
            case .released(let note):
                let paper = ReleaseAddress.paper(.of(note.serial)).path
                return Line(person: person, link: link, serial: note.serial, serialLink: paper, refusal: nil)
            case .refused(let refusal):
                return Line(person: person, link: link, serial: nil, serialLink: nil, refusal: refusal.words)
            }
        }
        let released = lines.count { $0.serial != nil }
        let counts = ["released": "\(released)", "refused": "\(lines.count - released)"]
        summary = Phrase("health.result", counts)
    }
}
