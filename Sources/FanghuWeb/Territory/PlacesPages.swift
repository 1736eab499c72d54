import Fanghu

/// The compounds of a territory.
struct CompoundsPage: Page {
    static let template = "territory-compounds"

    struct Row {
        let link: String
        let name: String
        let kind: Words
        let management: Words
        let address: String?
        let committee: String
        let isClosed: Bool
    }

    let crumbs: [Crumb]
    let place: String
    let action = PlacesAddress.list.path
    /// Where else to look; empty for a committee.
    let below: [Choice]
    let add: String
    let rows: [Row]
    let listing: Listing

    init(
        _ found: PlacePage<Compound, PlaceKey>,
        under: DivisionID,
        _ territory: Territory,
        isFirst: Bool
    ) {
        let list = PlacesAddress.list.path
        let here = ("under", Optional(under.text))
        place = PlaceText.name(under, in: territory)
        crumbs = territory.placesAbove(under)
            .map { division in
                let link = list + AddressText.query([("under", division.id.text)])
                return Crumb(division.name, link: division.id == under ? nil : link)
            }
        let children = territory.placesBelow(under).map { (value: $0.id.text, name: Words($0.name, $0.name)) }
        below = children.isEmpty ? [] : [FormView().choice("under", "territory.below", ofNames: children)]
        add = PlacesAddress.add.path + AddressText.query([here])
        rows = found.places.map { compound in
            Row(
                link: PlacesAddress.compound(.of(compound.id)).path,
                name: compound.name,
                kind: compound.kind.words,
                management: compound.management.words,
                address: compound.address,
                committee: PlaceText.short(compound.committee, in: territory),
                isClosed: compound.isClosed
            )
        }
        listing = Listing(
            matched: found.total,
            next: found.next.map { list + AddressText.query([here, ("after", $0.addressText)]) },
            first: isFirst ? nil : list + AddressText.query([here])
        )
    }
}

/// The form of a new compound.
struct NewCompoundPage: Page {
    static let template = "territory-new-compound"

    let form: FormView?
    let action = PlacesAddress.add.path
    let back: String
    let under: String
    let choices: [Choice]
    let fields: [Field]

    init(_ view: FormView, under: DivisionID, _ territory: Territory) {
        form = view
        self.under = under.text
        back = PlacesAddress.list.path + AddressText.query([("under", under.text)])
        let here = territory.node(under).map { [$0] } ?? []
        let committees = (here + territory.placesBelow(under)).filter { $0.level > .township }
        // Whoever keeps a township chooses among its committees; the one of a committee is chosen already.
        let values =
            committees.count == 1 && view.values.names.isEmpty
            ? FormView(FormValues(["committee": committees[0].id.text, "kind": "estate", "management": "company"]))
            : view
        choices = [
            values.choice(
                "committee",
                "territory.committee",
                ofNames: committees.map { place in
                    (place.id.text, Words(place.name, place.name))
                }
            ),
            values.choice("kind", "territory.sort", ofNames: Compound.Kind.allCases.map { ($0.rawValue, $0.words) }),
            values.choice(
                "management",
                "territory.management",
                ofNames: Compound.Management.allCases.map { ($0.rawValue, $0.words) }
            ),
        ]
        fields = [
            view.field("name", "territory.name"),
            view.field("address", "territory.address", hint: "territory.compoundAddressHint", isOptional: true),
        ]
    }
}

/// A compound, all that stands in it, and the forms that change it.
struct CompoundPage: Page {
    static let template = "territory-compound"

    struct BuildingRow {
        let link: String
        let address: String
        let entrances: String?
        let dwellings: Int
    }

    struct GateRow {
        let name: String
        let isOpen: Bool
    }

    struct Other {
        let sort: Words
        let name: String
        let address: String
    }

    /// Something that is added by one line of text.
    struct Adding {
        let title: Phrase
        let action: String
        let field: Field
        let mayLock: Bool
    }

    let form: FormView?
    let crumbs: [Crumb]
    let name: String
    let sort: Words
    let management: Words
    let address: String?
    let committee: String
    let closedOn: String?
    let isOpen: Bool
    let poster: String
    let gates: [GateRow]
    let buildings: [BuildingRow]
    let others: [Other]
    let adding: [Adding]
    let rename: String
    let renaming: Field
    let close: String

    init(
        _ view: FormView,
        _ inventory: CompoundInventory,
        premises: PlacePage<Premises, PlaceKey>,
        checkpoints: [Checkpoint],
        _ territory: Territory
    ) {
        let compound = inventory.compound
        let slot = Slot.of(compound.id)
        form = view
        name = compound.name
        sort = compound.kind.words
        management = compound.management.words
        address = compound.address
        committee = PlaceText.short(compound.committee, in: territory)
        closedOn = compound.closedAt.map(\.day.iso)
        isOpen = !compound.isClosed
        crumbs = CompoundPage.crumbs(of: compound, territory)
        poster = PlacesAddress.poster(slot).path
        gates = inventory.gates.map { GateRow(name: $0.name, isOpen: $0.isOpen) }
        buildings = inventory.buildings.map { entry in
            BuildingRow(
                link: PlacesAddress.building(slot, .of(entry.building.id)).path,
                address: entry.building.address,
                entrances: entry.entrances.isEmpty ? nil : entry.entrances.map(\.name).joined(separator: "、"),
                dwellings: entry.dwellings
            )
        }
        others =
            premises.places.map { Other(sort: $0.kind.words, name: $0.name, address: $0.address) }
            + checkpoints.map { Other(sort: Words("道口", "checkpoint"), name: $0.name, address: $0.road) }
        adding = CompoundPage.adding(view, slot)
        rename = PlacesAddress.rename(slot).path
        let shown = view.values.names.contains("name") ? view : FormView(FormValues(["name": compound.name]))
        renaming = shown.field("name", "territory.name")
        close = PlacesAddress.close(slot).path
    }

    private static func adding(_ view: FormView, _ slot: Slot<PlaceID>) -> [Adding] {
        [
            Adding(
                title: "territory.addDwelling",
                action: PlacesAddress.dwellings(slot).path,
                field: view.field("dwelling", "territory.address", hint: "territory.dwellingHint"),
                mayLock: false
            ),
            Adding(
                title: "territory.addBuilding",
                action: PlacesAddress.buildings(slot).path,
                field: view.field("building", "territory.address", hint: "territory.buildingHint"),
                mayLock: false
            ),
            Adding(
                title: "territory.addGate",
                action: PlacesAddress.gates(slot).path,
                field: view.field("gate", "territory.name", hint: "territory.gateHint"),
                mayLock: true
            ),
        ]
    }

    static func crumbs(of compound: Compound, _ territory: Territory) -> [Crumb] {
        let list = PlacesAddress.list.path
        return territory.placesAbove(compound.committee)
            .map { Crumb($0.name, link: list + AddressText.query([("under", $0.id.text)])) }
            + [Crumb(compound.name)]
    }
}

/// The dwellings of one building.
struct BuildingPage: Page {
    static let template = "territory-building"

    struct Row {
        let room: String
        let address: String
    }

    let back: String
    let compound: String
    let address: String
    let rows: [Row]

    init(_ compound: Compound, _ building: Building, _ dwellings: [Dwelling]) {
        back = PlacesAddress.compound(.of(compound.id)).path
        self.compound = compound.name
        address = building.address
        rows = dwellings.map { Row(room: $0.room.isEmpty ? "—" : $0.room, address: $0.address) }
    }
}

/// The poster with a compound's QR code, in both languages: whoever comes reads it.
struct PosterPage: Page {
    static let template = "territory-poster"

    let back: String
    let name: String
    let committee: String
    let isClosed: Bool
    let qr: QRCode?
    let link: String
    let text: String

    init(_ compound: Compound, opening address: String, _ territory: Territory) {
        back = PlacesAddress.compound(.of(compound.id)).path
        name = compound.name
        committee = PlaceText.short(compound.committee, in: territory)
        isClosed = compound.isClosed
        qr = QRCode(address)
        link = ArrivalsAddress.compound(.of(compound.id)).path
        text = address
    }
}
