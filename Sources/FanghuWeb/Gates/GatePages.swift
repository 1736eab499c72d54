import Fanghu

/// Where a gatekeeper is on duty now.
struct GateOwnPage: Page {
    static let template = "gates-own"

    struct Post {
        let link: String
        let name: String
        let kind: Words
    }

    let posts: [Post]

    init(_ posts: [GatePost]) {
        self.posts = posts.map {
            Post(link: GateAddress.post(.of($0.id)).path, name: $0.name, kind: $0.kind.words)
        }
    }
}

/// Ask, register, measure.
struct GatePassPage: Page {
    static let template = "gates-pass"

    let form: FormView?
    let name: String
    let back = GateAddress.own.path
    let action: String
    let id: String
    let direction: Choice
    let visit: Choice
    let fields: [Field]
    let asked: Choice
    let last: [Field]

    init(_ view: FormView, _ post: GatePost) {
        form = view
        name = post.name
        action = GateAddress.post(.of(post.id)).path
        id = view.values.raw("id")
        direction = view.choice(
            "direction",
            "gates.direction",
            ofNames: GatePassing.Direction.allCases.map { ($0.rawValue, $0.words) }
        )
        visit = view.choice(
            "visit",
            "gates.visit",
            ofNames: GatePassing.Visit.allCases.map { ($0.rawValue, $0.words) }
        )
        fields = [
            view.field("temperature", "gates.temperature", hint: "gates.temperatureHint", kind: .decimal),
            // Not the browser's own name: it would offer the visitor before.
            view.field("name", "gates.personName"),
            view.field("tail", "gates.tail", hint: "gates.tailHint"),
        ]
        asked = view.choice(
            "asked",
            "gates.asked",
            of: [
                ("away", "gates.askedAway"), ("registered", "gates.askedRegistered"),
                ("symptoms", "gates.askedSymptoms"),
            ],
            isOptional: true
        )
        last = [view.field("host", "gates.host", hint: "gates.hostHint", isOptional: true)]
    }
}

/// Pass, second check or stop, and why; nothing else.
struct GateVerdictPage: Page {
    static let template = "gates-verdict"

    let form: FormView?
    let decision: Words
    let reason: Words
    let code: String
    let isPass: Bool
    let isSecond: Bool
    let isStop: Bool
    let next: String
    /// The second measurement; nil where none is asked for.
    let again: Again?

    struct Again {
        let action: String
        let id: String
        let temperature: Field
    }

    init(_ view: FormView, _ passing: GatePassing, next id: String) {
        form = view
        decision = passing.verdict.decision.words
        reason = passing.verdict.reason.words
        code = passing.verdict.reason.rawValue
        isPass = passing.verdict.decision == .pass
        isSecond = passing.verdict.decision == .secondCheck
        isStop = passing.verdict.decision == .stop
        next = GateAddress.post(.of(passing.post)).path
        again =
            passing.verdict.asksForMeasurement && passing.first == nil
            ? Again(
                action: GateAddress.second(.of(passing.id)).path,
                id: id,
                temperature: view.field("temperature", "gates.secondTemperature", kind: .decimal)
            ) : nil
    }
}
