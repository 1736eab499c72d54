import Fanghu

/// The form of an area: corners and streets as text, which the map beside it fills in.
struct MapAreaFormPage: Page {
    static let template = "map-area-form"

    let form: FormView?
    let back = MapAddress.own.path
    let action = MapAddress.addArea.path
    let drawing: String
    let place: Choice
    let name: Field
    let outline: Field
    let datum: Choice
    let streets: Field
    let days: [Field]

    init(_ view: FormView, _ places: [DivisionID], _ outlines: [MapService.Outline], _ territory: Territory) {
        form = view
        drawing = MapDrawing(outlines, territory).text
        place = view.choice(
            "place",
            "desk.place",
            ofNames: places.map { id in
                let name = PlaceText.short(id, in: territory)
                return (id.text, Words(name, name))
            }
        )
        name = view.field("name", "map.name", hint: "map.nameHint")
        outline = view.field("outline", "map.outline", hint: "map.outlineHint", isOptional: true)
        let datums = Datum.allCases.map { ($0.rawValue, Words($0.rawValue, $0.rawValue)) }
        datum = view.choice("datum", "coverage.datum", hint: "coverage.datumHint", ofNames: datums, isOptional: true)
        streets = view.field("streets", "map.streets", hint: "map.streetsHint", isOptional: true)
        days = [
            view.field("from", "measures.firstDay", hint: "roster.atOnceHint", kind: .date, isOptional: true),
            view.field("to", "roster.lastDay", hint: "roster.lastDayHint", kind: .date, isOptional: true),
        ]
    }
}

/// An area and what lies in it.
struct MapAreaPage: Page {
    static let template = "map-area"

    struct Row {
        let place: String
        let dwellings: String
        let premises: String
    }

    let back: String
    let line: AreaLine
    let shape: [String]
    let rows: [Row]
    let dwellings: String
    let premises: String
    let drawing: String
    let end: String?

    init(
        _ area: MapArea,
        _ counts: [AreaCount],
        _ outlines: [MapService.Outline],
        _ territory: Territory,
        now: Instant
    ) {
        back = MapAddress.place(.of(area.committee)).path
        line = AreaLine(area, territory, now: now)
        shape = area.shape.text.split(separator: "\n").map(String.init)
        rows = counts.map { count in
            Row(
                place: PlaceText.short(count.committee, in: territory),
                dwellings: Listing.grouped(count.dwellings),
                premises: Listing.grouped(count.premises)
            )
        }
        dwellings = Listing.grouped(counts.map(\.dwellings).reduce(0, +))
        premises = Listing.grouped(counts.map(\.premises).reduce(0, +))
        var drawing = MapDrawing(outlines, territory)
        drawing.draw([area])
        self.drawing = drawing.text
        end = area.to.map { $0 > now } ?? true ? MapAddress.endArea(.of(area.id)).path : nil
    }
}
