/// Finds classes that nobody can fall into, because the classes before them take everybody.
///
/// Each question a predicate asks is taken as true or false in every combination that can be; with the few questions of a
/// real document these are a few thousand.
package struct ClassReach {
    private let predicates: [Predicate]
    private let questions: [Predicate]

    /// More questions than this are not tried out; such a document is taken as it is.
    private static let questionLimit = 14

    package init(_ predicates: [Predicate]) {
        self.predicates = predicates
        questions = Array(Set(predicates.flatMap(\.questions)))
    }

    /// Indices of the classes that never come first.
    package var unreachable: [Int] {
        guard questions.count <= ClassReach.questionLimit else { return [] }
        var reached: Set<Int> = []
        for combination in 0..<(1 << questions.count) {
            let held = Set(questions.indices.filter { combination >> $0 & 1 == 1 }.map { questions[$0] })
            guard isPossible(held) else { continue }
            if let first = predicates.firstIndex(where: { $0.holds(given: held) }) { reached.insert(first) }
        }
        return predicates.indices.filter { !reached.contains($0) }
    }

    /// A narrower question answered with yes means yes to every wider one.
    private func isPossible(_ held: Set<Predicate>) -> Bool {
        held.allSatisfy { narrow in
            questions.allSatisfy { wide in held.contains(wide) || !narrow.implies(wide) }
        }
    }
}

extension Predicate {
    /// The leaves of the tree.
    fileprivate var questions: [Predicate] {
        switch self {
        case .always: []
        case .anyOf(let parts), .allOf(let parts): parts.flatMap(\.questions)
        case .not(let part): part.questions
        case .visited, .contact, .abroad, .declaredKeyArea, .fever, .symptoms: [self]
        }
    }

    fileprivate func holds(given held: Set<Predicate>) -> Bool {
        switch self {
        case .always: true
        case .anyOf(let parts): parts.contains { $0.holds(given: held) }
        case .allOf(let parts): parts.allSatisfy { $0.holds(given: held) }
        case .not(let part): !part.holds(given: held)
        case .visited, .contact, .abroad, .declaredKeyArea, .fever, .symptoms: held.contains(self)
        }
    }

    fileprivate func implies(_ other: Predicate) -> Bool {
        switch (self, other) {
        case (.visited(let levels, .days(let days)), .visited(let others, .days(let more))):
            levels.isSubset(of: others) && days <= more
        case (.visited(let levels, .since(let day)), .visited(let others, .since(let earlier))):
            levels.isSubset(of: others) && earlier <= day
        case (.contact(let kinds, let days), .contact(let others, let more)):
            kinds.isSubset(of: others) && days <= more
        case (.abroad(let days), .abroad(let more)): days <= more
        default: self == other
        }
    }
}
