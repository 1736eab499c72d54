import Fanghu

// What the forms of coverage hold.

extension CoverageScheme: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension CoverageAreaID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension CoveragePieceID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension AccountID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension StreetRange.Side: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension Datum: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension CoverageCut {
    /// From a form: ticked buildings, a list of addresses, an outline, or a stretch of a street; the first that is filled.
    init(_ form: FormValues, in territory: Territory) throws {
        let buildings = form.all("buildings").compactMap { PlaceID($0) }
        if !buildings.isEmpty {
            self = .buildings(buildings)
        } else if let list = form.optionalText("addresses") {
            let parser = AddressParser(territory: territory)
            self = .addresses(try CoverageCut.lines(list).map { try parser.parse($0) })
        } else if let outline = form.optionalText("outline") {
            self = .polygon(try GeoPolygon(outline, in: try form.optional("datum", as: Datum.self) ?? .wgs84))
        } else {
            self = .street(try StreetRange(form))
        }
    }

    static func lines(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).map { FormText.trimmed(String($0)) }.filter { !$0.isEmpty }
    }
}

extension StreetRange {
    init(_ form: FormValues) throws {
        let road = form.compact("road")
        guard !road.isEmpty else { throw CoverageRefusal.cutEmpty }
        let first = try form.optional("firstNumber", as: Int.self) ?? 1
        let last = try form.optional("lastNumber", as: Int.self) ?? 99_999
        guard first <= last else { throw EdgeRefusal.malformedField("lastNumber") }
        let side = try form.optional("side", as: StreetRange.Side.self) ?? .both
        self.init(road: road, numbers: first...last, side: side)
    }
}

extension GeoPolygon {
    /// From lines of `longitude, latitude`, as they are copied from a map; the last corner joins the first by itself.
    init(_ text: String, in datum: Datum) throws(CoverageRefusal) {
        var corners: [GeoPoint] = []
        for line in CoverageCut.lines(FormText.trimmed(text)) {
            let numbers = line.split { ",，;；\t ".contains($0) }.map { Double(formText: FormText.compact(String($0))) }
            guard numbers.count == 2, let east = numbers[0], let north = numbers[1], (-180...180).contains(east),
                (-90...90).contains(north)
            else { throw .outlineUnreadable }
            corners.append(GeoPoint(longitude: east, latitude: north, in: datum))
        }
        guard Set(corners).count >= 3 else { throw .outlineUnreadable }
        self.init(parts: [[corners]])
    }
}

/// The ways to cut, for the partial `coverage-cut`.
struct CutFields {
    let buildings: Choice?
    let addresses: Field
    let street: [Field]
    let side: Choice
    let outline: Field
    let datum: Choice
    let taking: Choice
    /// Which folds stand open: those that something was filled into, so that what is wrong is seen.
    let hasBuildings: Bool
    let hasStreet: Bool
    let hasAddresses: Bool
    let hasOutline: Bool

    init(_ view: FormView, buildings: [Building]) {
        let options = buildings.map { (value: $0.id.text, name: Words($0.address, $0.address)) }
        self.buildings =
            options.isEmpty ? nil : view.choice("buildings", "coverage.buildings", ofNames: options, isOptional: true)
        addresses = view.field("addresses", "coverage.addresses", hint: "coverage.addressesHint", isOptional: true)
        street = [
            view.field("road", "coverage.road", hint: "coverage.roadHint", isOptional: true),
            view.field("firstNumber", "coverage.firstNumber", kind: .whole, isOptional: true),
            view.field("lastNumber", "coverage.lastNumber", kind: .whole, isOptional: true),
        ]
        let sides = StreetRange.Side.allCases.map { ($0.rawValue, Phrase("coverage.side.\($0.rawValue)")) }
        side = view.choice("side", "coverage.sides", of: sides, isOptional: true)
        outline = view.field("outline", "coverage.outline", hint: "coverage.outlineHint", isOptional: true)
        let datums = Datum.allCases.map { ($0.rawValue, Words($0.rawValue, $0.rawValue)) }
        datum = view.choice("datum", "coverage.datum", hint: "coverage.datumHint", ofNames: datums, isOptional: true)
        hasBuildings = view.values.isTicked("buildings")
        hasStreet = view.values.isTicked("road")
        hasAddresses = view.values.isTicked("addresses")
        hasOutline = view.values.isTicked("outline")
        taking = view.choice("taking", "coverage.taking", of: [("yes", "coverage.takingYes")], isOptional: true)
    }
}
