import Fanghu

/// The exact map of a place, and the same facts as tables.
struct MapPage: Page {
    static let template = "map-place"

    struct Gate {
        let name: String
        let link: String?
        let compound: String?
        let staffing: Words
        let isEmpty: Bool
        let point: String?
    }

    struct Home {
        let name: String
        let place: String
        let count: String
        let addresses: [String]
        let point: String?
    }

    let place: String
    let drawing: String
    let gates: [Gate]
    let homes: [Home]
    let elsewhere: [String]
    let areas: [AreaLine]
    let total: String
    let add = MapAddress.addArea.path
    let wall: String

    init(_ exact: MapService.Exact, _ territory: Territory, now: Instant) {
        place = PlaceText.short(exact.place, in: territory)
        wall = MapAddress.wall(.of(exact.place)).path
        gates = exact.gates.map { gate in
            Gate(
                name: gate.line.post.name,
                link: gate.line.hasPost ? GateAddress.deskPost(.of(gate.line.post.id)).path : nil,
                compound: gate.line.compoundName,
                staffing: gate.line.staffing.words,
                isEmpty: gate.line.staffing == .empty,
                point: gate.point.map(MapPage.coordinates)
            )
        }
        let observed = exact.compounds.filter { !$0.homes.isEmpty }
        homes = observed.map { spot in
            Home(
                name: spot.name,
                place: PlaceText.short(spot.committee, in: territory),
                count: Listing.grouped(spot.homes.count),
                addresses: spot.homes.map(\.address),
                point: spot.point.map(MapPage.coordinates)
            )
        }
        elsewhere = exact.elsewhere.map { "\(PlaceText.short($0.committee, in: territory)) \($0.address)" }
        total = Listing.grouped(observed.map(\.homes.count).reduce(0, +) + exact.elsewhere.count)
        areas = exact.areas.map { AreaLine($0, territory, now: now) }
        drawing = MapPage.drawing(exact, territory).text
    }

    private static func drawing(_ exact: MapService.Exact, _ territory: Territory) -> MapDrawing {
        var drawing = MapDrawing(exact.outlines, territory)
        drawing.draw(exact.areas)
        drawing.gates = exact.gates.compactMap { gate in
            gate.point.map { point in
                MapDrawing.Gate(
                    name: gate.line.post.name,
                    at: MapDrawing.at(point),
                    state: gate.line.staffing.name,
                    words: gate.line.staffing.words,
                    link: gate.line.hasPost ? GateAddress.deskPost(.of(gate.line.post.id)).path : nil
                )
            }
        }
        drawing.homes = exact.compounds.filter { !$0.homes.isEmpty }
            .compactMap { spot in
                spot.point.map { .init(name: spot.name, at: MapDrawing.at($0), count: spot.homes.count) }
            }
        return drawing
    }

    private static func coordinates(_ point: GeoPoint) -> String {
        let at = MapDrawing.at(point)
        return "\(at[1]), \(at[0])"
    }
}

/// One area as lists show it.
struct AreaLine {
    let name: String
    let link: String
    let place: String
    let kind: Phrase
    let period: Phrase
    let isFlagged: Bool

    init(_ area: MapArea, _ territory: Territory, now: Instant) {
        name = area.name
        link = MapAddress.area(.of(area.id)).path
        place = PlaceText.short(area.committee, in: territory)
        switch area.shape {
        case .outline: kind = "map.byHand"
        case .streets: kind = "map.byStreets"
        }
        let from = DeskText.moment(area.from, now: now)
        period =
            area.to.map { Phrase("measures.period", ["from": from, "to": DeskText.moment($0, now: now)]) }
            ?? Phrase("measures.since", ["from": from])
        isFlagged = area.isFlagged
    }
}

/// The coarse map for a wall: numbers of five and more, or none.
struct MapWallPage: Page {
    static let template = "map-wall"

    struct Row {
        let name: String
        /// Nil where it is not told.
        let dwellings: String?
        let link: String?
    }

    let place: String
    let total: String?
    let rows: [Row]
    let hasRows: Bool
    let drawing: String

    init(_ cell: CoarseCell, _ outlines: [MapService.Outline], _ territory: Territory) {
        place = PlaceText.short(cell.place, in: territory)
        total = cell.dwellings.map { Listing.grouped($0) }
        rows = cell.children.map { child in
            Row(
                name: PlaceText.name(child.place, in: territory),
                dwellings: child.dwellings.map { Listing.grouped($0) },
                link: child.children.isEmpty ? nil : MapAddress.wall(.of(child.place)).path
            )
        }
        hasRows = !rows.isEmpty
        var drawing = MapDrawing(outlines, territory)
        let most = cell.children.compactMap(\.dwellings).max() ?? 0
        let told = Dictionary(cell.children.map { ($0.place, $0.dwellings) }) { first, _ in first }
        for (index, outline) in outlines.enumerated() {
            guard let number = told[outline.division].flatMap({ $0 }), most > 0 else { continue }
            drawing.outlines[index].weight = Double(number) / Double(most)
            drawing.outlines[index].words = Listing.grouped(number)
        }
        self.drawing = drawing.text
    }
}
