import Fanghu

/// The campaigns of a territory, newest first.
struct CanvassListPage: Page {
    static let template = "canvass-list"

    struct Row {
        /// The progress for who sees it, the next door for others.
        let link: String
        let title: Words
        let place: String
        let kinds: [Words]
        let days: String
        let state: Words
        let isOpen: Bool
        /// The walk; nil where nothing is open.
        let next: String?
    }

    let rows: [Row]
    let add: String?
    let markers: String?
    let older: String?

    init(
        _ campaigns: [CanvassCampaign],
        next: CanvassCampaignID?,
        mayPlan: Bool,
        maySee: Bool,
        _ territory: Territory
    ) {
        rows = campaigns.map { campaign in
            let walk = CanvassAddress.next(.of(campaign.id)).path
            return Row(
                link: maySee ? CanvassAddress.campaign(.of(campaign.id)).path : walk,
                title: campaign.title,
                place: PlaceText.short(campaign.place, in: territory),
                kinds: CanvassText.kinds(campaign.kinds),
                days: CanvassText.days(campaign),
                state: campaign.state.words,
                isOpen: campaign.state == .open,
                next: campaign.state == .open ? walk : nil
            )
        }
        add = mayPlan ? CanvassAddress.add.path : nil
        markers = maySee ? CanvassAddress.markers.path : nil
        older = next.map { CanvassAddress.list.path + AddressText.query([("before", $0.text)]) }
    }
}

/// Texts that the pages of campaigns share.
enum CanvassText {
    /// Dwellings first, then premises in the order of the register.
    static func kinds(_ kinds: Set<CanvassKind>) -> [Words] {
        CanvassKind.all.filter(kinds.contains).map(\.words)
    }

    static func days(_ campaign: CanvassCampaign) -> String { "\(campaign.from.iso) – \(campaign.to.iso)" }

    /// What a door or unit is called on lists.
    static func name(_ target: CanvassTarget) -> String {
        [target.name, target.address].compactMap(\.self).joined(separator: " · ")
    }

    static func named(_ text: String) -> Words { Words(text, text) }
}

/// A form of campaigns: its questions one below the other.
struct CanvassFormPage: Page {
    static let template = "canvass-form"

    /// One question; exactly one of them is there.
    struct Part {
        var select: Choice?
        var field: Field?
        var area: Field?
        var boxes: Choice?
    }

    let form: FormView?
    let title: Phrase
    let hint: Phrase
    let back: String
    let action: String
    let parts: [Part]

    /// A plan.
    static func plan(_ view: FormView, _ places: [DivisionID], _ territory: Territory) -> CanvassFormPage {
        let names = places.map { id in (value: id.text, name: CanvassText.named(PlaceText.short(id, in: territory))) }
        let kinds = CanvassKind.all.map { (value: $0.rawValue, name: $0.words) }
        return CanvassFormPage(
            form: view,
            title: "canvass.plan",
            hint: "canvass.planHint",
            back: CanvassAddress.list.path,
            action: CanvassAddress.add.path,
            parts: [
                Part(select: view.choice("place", "canvass.place", ofNames: names)),
                Part(field: view.field("title", "canvass.name")),
                Part(field: view.field("titleEnglish", "canvass.nameEnglish", isOptional: true)),
                Part(boxes: view.choice("kinds", "canvass.kinds", ofNames: kinds)),
                Part(field: view.field("from", "canvass.from", kind: .date)),
                Part(field: view.field("to", "canvass.to", kind: .date)),
                Part(
                    boxes: view.choice(
                        "wantsReceipt",
                        "canvass.receipt",
                        hint: "canvass.wantsReceiptHint",
                        of: [("yes", "canvass.wantsReceipt")],
                        isOptional: true
                    )
                ),
                Part(area: view.field("areas", "canvass.areas", hint: "canvass.areasHint", isOptional: true)),
            ]
        )
    }

    /// Which doors go to which area or team.
    static func assign(
        _ view: FormView,
        _ setup: CanvassService.Setup,
        _ committees: [DivisionID],
        _ territory: Territory
    ) -> CanvassFormPage {
        let id = setup.campaign.id
        let names = committees.map { (value: $0.text, name: CanvassText.named(PlaceText.short($0, in: territory))) }
        let kinds = CanvassKind.all.filter(setup.campaign.kinds.contains).map { (value: $0.rawValue, name: $0.words) }
        let areas = setup.areas.map { (value: $0, name: CanvassText.named($0)) }
        let teams = setup.teams.map { (value: $0.id.text, name: CanvassText.named($0.name)) }
        return CanvassFormPage(
            form: view,
            title: "canvass.assign",
            hint: "canvass.assignHint",
            back: CanvassAddress.campaign(.of(id)).path,
            action: CanvassAddress.assign(.of(id)).path,
            parts: [
                Part(select: view.choice("committee", "canvass.committee", ofNames: names, isOptional: true)),
                Part(select: view.choice("kind", "canvass.kind", ofNames: kinds, isOptional: true)),
                Part(select: view.choice("ofArea", "canvass.ofArea", ofNames: areas, isOptional: true)),
                Part(field: view.field("street", "canvass.street", hint: "canvass.streetHint", isOptional: true)),
                Part(select: view.choice("area", "canvass.toArea", ofNames: areas, isOptional: true)),
                Part(select: view.choice("team", "canvass.toTeam", ofNames: teams, isOptional: true)),
            ]
        )
    }
}
