import Fanghu

/// A form of gates, measures or areas: its questions one below the other.
struct GateFormPage: Page {
    static let template = "gates-form"

    /// One question; exactly one of them is there.
    struct Part {
        var select: Choice?
        var field: Field?
        var area: Field?
        var boxes: Choice?
    }

    let form: FormView?
    let title: Phrase
    let room: Phrase
    let place: String?
    let hint: Phrase
    let back: String
    let action: String
    let parts: [Part]

    /// A post at a gate without one, or a table.
    static func post(
        _ view: FormView,
        _ bare: [GateService.Line],
        _ committees: [DivisionID],
        _ territory: Territory
    ) -> GateFormPage {
        let gates = bare.compactMap { line in
            line.post.place.map { place in
                let name = "\(line.compoundName ?? "") \(line.post.name)"
                return (value: place.text, name: Words(name, name))
            }
        }
        let tables = [GatePost.Kind.checkpoint, .registrationPoint].map { (value: $0.rawValue, name: $0.words) }
        return GateFormPage(
            form: view,
            title: "gates.addPost",
            room: "gates.title",
            place: nil,
            hint: "gates.addHint",
            back: GateAddress.desk.path,
            action: GateAddress.add.path,
            parts: [
                Part(select: view.choice("where", "gates.where", ofNames: gates + tables)),
                Part(
                    select: view.choice(
                        "committee",
                        "desk.place",
                        hint: "gates.committeeHint",
                        ofNames: committees.map { id in
                            let name = PlaceText.short(id, in: territory)
                            return (id.text, Words(name, name))
                        },
                        isOptional: true
                    )
                ),
                Part(field: view.field("name", "gates.name", hint: "gates.nameHint", isOptional: true)),
                Part(field: view.field("opens", "gates.opens", kind: .clock)),
                Part(field: view.field("closes", "gates.closes", hint: "gates.closesHint", kind: .clock)),
                Part(field: view.field("wanted", "gates.wanted", kind: .whole)),
            ]
        )
    }

    /// A shift at a post: one of the staff, or a team of helpers.
    static func shift(
        _ view: FormView,
        _ post: GatePost,
        people: [(value: String, name: Words)]
    ) -> GateFormPage {
        let from = view.field("from", "roster.fromDay", hint: "roster.atOnceHint", kind: .date, isOptional: true)
        let account = view.choice(
            "account",
            "gates.account",
            hint: "gates.accountHint",
            ofNames: people,
            isOptional: true
        )
        return GateFormPage(
            form: view,
            title: "gates.planShift",
            room: "gates.title",
            place: post.name,
            hint: "gates.shiftHint",
            back: GateAddress.deskPost(.of(post.id)).path,
            action: GateAddress.shifts(.of(post.id)).path,
            parts: [
                Part(select: account),
                Part(field: view.field("team", "gates.team", hint: "gates.teamHint", isOptional: true)),
                Part(field: view.field("heads", "gates.heads", kind: .whole, isOptional: true)),
                Part(field: from),
                Part(field: view.field("fromTime", "roster.fromTime", kind: .clock, isOptional: true)),
                Part(field: view.field("to", "roster.toDay", kind: .date)),
                Part(field: view.field("toTime", "roster.toTime", kind: .clock)),
            ]
        )
    }
}
