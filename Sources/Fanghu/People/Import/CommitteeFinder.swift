/// Finds the committee that a row of a file means, by code or by name, within a scope.
struct CommitteeFinder: Sendable {
    private let territory: Territory
    private let scope: Scope
    private let only: DivisionID?
    private let byStem: [String: [DivisionID]]

    /// - Parameter place: where the file is from; a single committee is taken for every row that names none.
    init(territory: Territory, scope: Scope, place: DivisionID?) {
        self.territory = territory
        self.scope = scope
        only = place.flatMap { territory.node($0) }.flatMap { $0.level == .committee ? $0.id : nil }
        let within = territory.divisions.filter {
            $0.level == .committee && !$0.isRetired && scope.contains($0.id)
        }
        byStem = Dictionary(grouping: within, by: { DivisionName.stem($0.name) }).mapValues { $0.map(\.id) }
    }

    func committee(_ text: String) -> Result<DivisionID, CommitteeProblem> {
        guard !text.isEmpty else {
            return only.map { .success($0) } ?? .failure(.missing)
        }
        let code = IdentifierText.normalised(text)
        if !code.isEmpty, code.utf8.allSatisfy(\.isDigit) {
            let found = DivisionCode(code).flatMap { territory.node(code: $0) }
            guard let found, found.level == .committee else { return .failure(.unknown) }
            return scope.contains(found.id) ? .success(found.id) : .failure(.outside)
        }
        switch byStem[DivisionName.stem(text)] {
        case let ids? where ids.count == 1: return .success(ids[0])
        case .some: return .failure(.ambiguous)
        case nil: return .failure(.unknown)
        }
    }
}

/// Why a row's committee cannot be told.
enum CommitteeProblem: String, Error {
    case missing
    case unknown
    case outside
    case ambiguous

    var words: Words {
        switch self {
        case .missing: Words("没有写明居村委会", "The committee is missing")
        case .unknown: Words("没有这个居村委会", "There is no such committee")
        case .outside: Words("该居村委会不在您负责的区域内", "The committee is outside your territory")
        case .ambiguous: Words("有几个同名的居村委会，请填写代码", "Several committees have this name; give its code")
        }
    }
}
