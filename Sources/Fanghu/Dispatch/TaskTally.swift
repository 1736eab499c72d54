import Store

/// Whose tasks a list shows.
package enum TaskOwner: Hashable, Sendable {
    case anybody
    /// Those that nobody has to do: alarms.
    case nobody
    case account(AccountID)

    var isAnybody: Bool { self == .anybody }
    var isNobody: Bool { self == .nobody }

    var account: AccountID? {
        guard case .account(let id) = self else { return nil }
        return id
    }
}

/// How many tasks are open in a territory.
package struct TaskTally: Sendable, Equatable {
    /// Kinds of which some are open.
    package private(set) var byKind: [DutyTask.Kind: Int] = [:]
    package private(set) var late = 0
    package private(set) var unowned = 0
    /// Of whoever asked.
    package private(set) var own = 0

    package var open: Int { byKind.values.reduce(0, +) }

    init(_ rows: [Row]) throws {
        for row in rows {
            guard let kind = DutyTask.Kind(rawValue: try row.column(0)) else { continue }
            byKind[kind] = try row.column(1)
            late += try row.column(2, as: Int.self)
            unowned += try row.column(3, as: Int.self)
            own += try row.column(4, as: Int.self)
        }
    }
}
