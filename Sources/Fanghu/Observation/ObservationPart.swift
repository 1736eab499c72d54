import Store

/// A part of the observations by where they stand in their life; each can be counted from the counters alone.
package enum ObservationPart: String, CaseIterable, Sendable {
    case all
    case preparing
    case active
    case ended

    /// The stored names of the states that belong to it.
    var states: [String] {
        ObservationState.all.filter(contains).map(\.name)
            .reduce(into: []) { names, name in
                if !names.contains(name) { names.append(name) }
            }
    }

    private func contains(_ state: ObservationState) -> Bool {
        switch self {
        case .all: true
        case .preparing: state.stage == .preparing
        case .active: state.isUnderObservation
        case .ended: state.stage == .ended
        }
    }

    /// How many there are, from the counter rows: nobody counts a million rows to print a number.
    func count(in scope: Scope, on connection: any Connection) throws -> Int {
        func total(_ indicator: Indicator) throws -> Int {
            try Counters.total(of: indicator, in: scope, on: connection)
        }
        switch self {
        case .all: return try total(.observationsOpened)
        case .preparing: return try total(.observationsPreparing)
        case .active: return try total(.observationsActive)
        case .ended:
            return try total(.observationsOpened) - total(.observationsPreparing) - total(.observationsActive)
        }
    }
}
