// How a predicate is written: a word, or a mapping with one key.

extension Predicate {
    init(_ node: DocumentNode) throws(DocumentProblem) {
        if let word = node.textOrNil {
            self = try Predicate.leaf(word, at: node)
            return
        }
        let entry = try node.map(keys: ["anyOf", "allOf", "not", "visited", "contact", "abroad"]).single()
        switch entry.key {
        case "anyOf": self = .anyOf(try Predicate.parts(entry.value))
        case "allOf": self = .allOf(try Predicate.parts(entry.value))
        case "not": self = .not(try Predicate(entry.value))
        case "visited": self = try Predicate.visited(entry.value)
        case "contact": self = try Predicate.contact(entry.value)
        default:
            let map = try entry.value.map(keys: ["withinDays"])
            self = .abroad(withinDays: try map.required("withinDays").number(in: 1...60))
        }
    }

    private static func leaf(_ word: String, at node: DocumentNode) throws(DocumentProblem) -> Predicate {
        switch word {
        case "always": .always
        case "declaredKeyArea": .declaredKeyArea
        case "fever": .fever
        case "symptoms": .symptoms
        default: throw node.problem(.notAllowed(word))
        }
    }

    private static func parts(_ node: DocumentNode) throws(DocumentProblem) -> [Predicate] {
        var parts: [Predicate] = []
        for item in try node.list() { parts.append(try Predicate(item)) }
        guard !parts.isEmpty else { throw node.problem(.missing) }
        return parts
    }

    private static func visited(_ node: DocumentNode) throws(DocumentProblem) -> Predicate {
        let map = try node.map(keys: ["levels", "withinDays", "since"])
        let levels: Set<AreaRisk> = try map.required("levels").choices()
        if let since = map["since"] {
            guard map["withinDays"] == nil else { throw since.problem(.unknownKey) }
            return .visited(levels, .since(try since.day()))
        }
        return .visited(levels, .days(try map.required("withinDays").number(in: 1...60)))
    }

    private static func contact(_ node: DocumentNode) throws(DocumentProblem) -> Predicate {
        let map = try node.map(keys: ["kinds", "withinDays"])
        return .contact(
            try map.required("kinds").choices(),
            withinDays: try map.required("withinDays").number(in: 1...60)
        )
    }
}
