import Fanghu
import Foundation
import Hummingbird

/// What the overview is asked for.
struct CoverageChoice {
    enum Part: String, CaseIterable, Sendable {
        case pieces
        case unowned
        case uncovered
        case unheard
        case overlapping
        case loads
        case areas

        var gap: CoverageGap? { CoverageGap(rawValue: rawValue) }
    }

    let part: Part
    let under: DivisionID?
    /// Before which day the last word is too old.
    let since: CivilDate
    let after: GapKey

    init(_ request: Request, today: CivilDate) throws {
        part = request.query("part").flatMap(Part.init) ?? .pieces
        under = try request.query("under", as: DivisionID.self)
        since = try request.query("since", as: CivilDate.self) ?? today
        after = try request.query("after", as: GapKey.self) ?? .start
    }

    func link(_ part: Part? = nil, after key: GapKey? = nil) -> String {
        CoverageAddress.overview.path
            + AddressText.query([
                ("part", (part ?? self.part).rawValue), ("under", under?.text), ("since", since.addressText),
                ("after", key?.addressText),
            ])
    }
}

/// Pieces, gaps and loads of a territory.
struct CoverageOverviewPage: Page {
    static let template = "coverage-overview"

    struct Tab {
        let label: Phrase
        let link: String
        let isCurrent: Bool
    }

    struct Piece {
        let link: String
        let name: String
        let scheme: Words
        let place: String
        let area: String
        let owner: String?
        let places: String
        let unheard: String
        let isLate: Bool
    }

    struct Gap {
        let address: String
        let place: String
        let piece: String
        let link: String?
        let owner: String?
        let heard: String?
    }

    struct Load {
        let name: String
        let pieces: String
        let areas: String
        let places: String
        let isHeavy: Bool
    }

    struct Area {
        let link: String
        let name: String
        let place: String
        let head: String?
        let owners: String
        let pieces: String
        let places: String
        let unheard: String
        let isLate: Bool
    }

    let add = CoverageAddress.addPiece.path
    let addArea = CoverageAddress.addArea.path
    let reports = CoverageAddress.reports.path
    let tabs: [Tab]
    let hint: Phrase
    var isPieces = false
    var isGaps = false
    var isLoads = false
    var isAreas = false
    var pieces: [Piece] = []
    var gaps: [Gap] = []
    var loads: [Load] = []
    var areas: [Area] = []
    var matched: Phrase?
    var next: String?
    let first: String?

    init(_ choice: CoverageChoice) {
        tabs = CoverageChoice.Part.allCases.map {
            Tab(label: Phrase("coverage.part.\($0.rawValue)"), link: choice.link($0), isCurrent: $0 == choice.part)
        }
        hint = Phrase("coverage.hint.\(choice.part.rawValue)", ["day": choice.since.iso])
        first = choice.after == .start ? nil : choice.link()
    }

    mutating func take(_ found: [PieceSummary], _ names: [AccountID: String], _ territory: Territory) {
        isPieces = true
        pieces = found.map { summary in
            Piece(
                link: CoverageAddress.piece(.of(summary.piece.id)).path,
                name: summary.piece.name,
                scheme: summary.piece.scheme.words,
                place: PlaceText.name(summary.piece.committee, in: territory),
                area: summary.areaName ?? "–",
                owner: summary.owner.flatMap { names[$0] },
                places: Listing.grouped(summary.places),
                unheard: Listing.grouped(summary.unheard),
                isLate: summary.unheard > 0
            )
        }
    }

    mutating func take(_ page: GapPage, _ names: [AccountID: String], _ territory: Territory, now: Instant) {
        isGaps = true
        matched = Phrase("coverage.matched", ["count": Listing.grouped(page.total)])
        gaps = page.places.map { gap in
            Gap(
                address: gap.address,
                place: PlaceText.name(gap.committee, in: territory),
                piece: gap.pieceName ?? "–",
                link: gap.piece.map { CoverageAddress.piece(.of($0)).path },
                owner: gap.owner.flatMap { names[$0] },
                heard: gap.heardAt.map { DeskText.moment($0, now: now) }
            )
        }
    }

    mutating func take(_ found: CoverageLoads, _ names: [AccountID: String]) {
        isLoads = true
        matched = found.average.map { average in
            let mean = average.formatted(.number.precision(.fractionLength(0...1)).grouping(.never))
            return Phrase("coverage.average", ["owners": Listing.grouped(found.owners), "places": mean])
        }
        loads = found.lines.map { load in
            Load(
                name: names[load.account] ?? "—",
                pieces: Listing.grouped(load.pieces),
                areas: Listing.grouped(load.areas),
                places: Listing.grouped(load.places),
                isHeavy: found.isHeavy(load)
            )
        }
    }

    mutating func take(_ found: [CoverageSpan], _ names: [AccountID: String], _ territory: Territory) {
        isAreas = true
        areas = found.map { span in
            Area(
                link: CoverageAddress.area(.of(span.area.id)).path,
                name: span.area.name,
                place: PlaceText.name(span.area.committee, in: territory),
                head: span.head.flatMap { names[$0] },
                owners: Listing.grouped(span.owners),
                pieces: Listing.grouped(span.pieces),
                places: Listing.grouped(span.places),
                unheard: Listing.grouped(span.unheard),
                isLate: span.unheard > 0
            )
        }
    }
}
