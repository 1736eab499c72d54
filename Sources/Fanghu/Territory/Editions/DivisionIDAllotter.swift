/// Gives new divisions their own ids.
struct DivisionIDAllotter {
    private let territory: Territory
    private var taken: Set<DivisionID> = []

    init(_ territory: Territory) {
        self.territory = territory
    }

    /// The code under which the division was met, unless another one was first met under it.
    ///
    /// Then the highest free number of the same place, from 999 (above all numbers the list uses) down, so that the
    /// ids of a township stay together.
    mutating func newID(for code: DivisionCode) -> DivisionID {
        let step: Int64 =
            switch code.level {
            case .committee: 1
            case .township: 1000
            case .district: 1_000_000
            case .city: 100_000_000
            case .province: 10_000_000_000
            }
        let span: Int64 = code.level >= .township ? 1000 : 100
        var candidate = DivisionID(rawValue: code.rawValue)
        var free = code.rawValue / (step * span) * (step * span) + step * (span - 1)
        while taken.contains(candidate) || territory.node(candidate) != nil {
            candidate = DivisionID(rawValue: free)
            free -= step
        }
        taken.insert(candidate)
        return candidate
    }
}
