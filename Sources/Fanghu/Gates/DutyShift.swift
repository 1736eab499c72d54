/// That somebody stands at a post from one instant to another, `[from, to)`.
package struct DutyShift: Hashable, Sendable {
    package let committee: DivisionID
    package let id: DutyShiftID
    package let post: GatePostID
    package let from: Instant
    package let to: Instant
    package let who: Who

    /// Who stands there: one of the staff, or helpers of whom only their number counts.
    package enum Who: Hashable, Sendable {
        case staff(AccountID)
        /// A team by its name, such as a unit's volunteers; nobody's name is kept.
        case helpers(team: String, heads: Int)

        package var heads: Int {
            switch self {
            case .staff: 1
            case .helpers(_, let heads): heads
            }
        }
    }

    /// A shift as somebody plans it.
    package struct Draft: Sendable {
        package var post: GatePostID
        /// Nil for at once.
        package var from: Instant?
        package var to: Instant
        package var who: Who

        package init(post: GatePostID, from: Instant? = nil, to: Instant, who: Who) {
            self.post = post
            self.from = from
            self.to = to
            self.who = who
        }
    }

    package func isInForce(at instant: Instant) -> Bool { from <= instant && instant < to }

    /// The shift a draft asks for, unless its times contradict each other or change what has been.
    package static func planned(
        _ draft: Draft,
        at post: GatePost,
        as id: DutyShiftID,
        on now: Instant
    ) throws(GateRefusal) -> DutyShift {
        let from = draft.from ?? now
        guard from >= now else { throw .startPast }
        guard draft.to > from else { throw .endBeforeStart }
        guard draft.to.microseconds - from.microseconds <= longest else { throw .shiftTooLong }
        if case .helpers(let team, let heads) = draft.who {
            guard (1...50).contains(team.count) else { throw .nameMissing }
            guard (1...50).contains(heads) else { throw .countWrong }
        }
        return DutyShift(
            committee: post.committee,
            id: id,
            post: post.id,
            from: from,
            to: draft.to,
            who: draft.who
        )
    }

    /// Nobody stands anywhere for more than a day and a night.
    private static let longest: Int64 = 24 * 3_600_000_000
}

/// Whether a post has who it needs at an instant (DOMAIN §8.2: staff in the roster now, or shown empty).
package enum Staffing: Hashable, Sendable {
    case closed
    case empty
    case short(onDuty: Int)
    case staffed(onDuty: Int)

    /// - Parameter shifts: of any posts; those of others do not count.
    package init(of post: GatePost, _ shifts: [DutyShift], at instant: Instant) {
        guard post.hours.isOpen(at: instant) else {
            self = .closed
            return
        }
        let heads = shifts.filter { $0.post == post.id && $0.isInForce(at: instant) }.map(\.who.heads).reduce(0, +)
        self = heads == 0 ? .empty : heads < post.wanted ? .short(onDuty: heads) : .staffed(onDuty: heads)
    }

    package var words: Words {
        switch self {
        case .closed: Words("未开放", "Closed")
        case .empty: Words("无人在岗", "Nobody there")
        case .short(let heads): Words("在岗 \(heads) 人，不足", "\(heads) on duty, too few")
        case .staffed(let heads): Words("在岗 \(heads) 人", "\(heads) on duty")
        }
    }

    package var onDuty: Int {
        switch self {
        case .closed, .empty: 0
        case .short(let heads), .staffed(let heads): heads
        }
    }

    /// The stable name in the API.
    package var name: String {
        switch self {
        case .closed: "closed"
        case .empty: "empty"
        case .short: "short"
        case .staffed: "staffed"
        }
    }
}
