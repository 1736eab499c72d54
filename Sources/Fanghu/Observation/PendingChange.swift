package import Store

/// A change to a running observation that waits for a second person (I-8, R-PRIV-13); one at a time.
package struct PendingChange: Sendable, Equatable {
    package let observation: ObservationKey
    package let wish: Wish
    package let requestedBy: AccountID
    package let requestedAt: Instant

    /// What is wished for; its text is stored, and named again by who decides, so that nobody confirms what they did not see.
    package enum Wish: Sendable, Equatable {
        case cancel(Cancellation.Reason)
        /// The day from which the period should have counted.
        case correctStart(CivilDate)

        package var text: String {
            switch self {
            case .cancel(let reason): "cancel:\(reason.rawValue)"
            case .correctStart(let day): "correctStart:\(day.yyyymmdd)"
            }
        }

        package init?(_ text: String) {
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            switch parts[0] {
            case "cancel":
                guard let reason = Cancellation.Reason(rawValue: String(parts[1])) else { return nil }
                self = .cancel(reason)
            case "correctStart":
                guard let number = Int(parts[1]), let day = CivilDate(yyyymmdd: number) else { return nil }
                self = .correctStart(day)
            default: return nil
            }
        }

        /// The event as the rules know it; without a second person they say whether one is needed.
        func event(requestedBy first: AccountID, confirmedBy second: AccountID? = nil) -> ObservationEvent {
            switch self {
            case .cancel(let reason):
                .cancelled(Cancellation(reason: reason, requestedBy: first, confirmedBy: second))
            case .correctStart(let day):
                .startCorrected(StartCorrection(event: day, requestedBy: first, confirmedBy: second ?? first))
            }
        }
    }
}

extension PendingChange: RowDecodable {
    package init(row: Row) throws {
        observation = ObservationKey(committee: try row.column(0), id: try row.column(1))
        guard let wish = Wish(try row.column(2)) else { throw RowFault.wrongType(2, expected: "PendingChange.Wish") }
        self.wish = wish
        requestedBy = try row.column(3)
        requestedAt = try row.column(4)
    }
}

/// Where changes wait for a second person.
package enum PendingChangeSchema {
    package static let migrations: [Migration] = [
        Migration(
            "observation-102-pending-changes",
            [
                """
                CREATE TABLE pending_change (
                    committee BIGINT NOT NULL,
                    observation TEXT NOT NULL,
                    wish TEXT NOT NULL,
                    requested_by TEXT NOT NULL,
                    requested_at BIGINT NOT NULL,
                    PRIMARY KEY (committee, observation),
                    FOREIGN KEY (committee, observation) REFERENCES observation (committee, id)
                ) {clustered}
                """
            ]
        )
    ]
}

/// The statements of waiting changes; one an observation.
enum PendingChangeQueries {
    /// No row changed means that another change waits already.
    static func insert(_ change: PendingChange) -> SQL {
        """
        INSERT INTO pending_change (committee, observation, wish, requested_by, requested_at)
        VALUES (\(change.observation.committee), \(change.observation.id), \(change.wish.text),
            \(change.requestedBy), \(change.requestedAt))
        ON CONFLICT (committee, observation) DO NOTHING
        """
    }

    static func change(of key: ObservationKey) -> SQL {
        """
        SELECT committee, observation, wish, requested_by, requested_at FROM pending_change
        WHERE committee = \(key.committee) AND observation = \(key.id)
        """
    }

    static func remove(_ key: ObservationKey) -> SQL {
        "DELETE FROM pending_change WHERE committee = \(key.committee) AND observation = \(key.id)"
    }
}
