/// The id of something that an import left to a person.
package struct DivisionProposalID: EntityID {
    package let text: String
    package init(checked text: String) { self.text = text }
}

/// What an import could not decide and leaves to a person; nothing of it has happened yet.
///
/// While a question about one and the same committee waits, the old one stays in force as it was and the row of the
/// list stays out, so the number of committees is right either way.
package struct DivisionProposal: Hashable, Sendable {
    package enum Kind: String, Sendable {
        /// The code is the same, the name another: renamed, or the code given to a new committee?
        case rename
        /// A committee vanished and one with a similar name appeared in the same township.
        case renumber
        /// A committee vanished and one of the same name appeared in another township of the district.
        case move
        /// A committee vanished and several named after it appeared: they are in force, it is retired.
        case split
        /// A unit above the committees is no longer listed; it and all below it stay in force.
        case vanished

        /// Whether the answer decides if old and new are one and the same.
        package var asksIdentity: Bool {
            switch self {
            case .rename, .renumber, .move: true
            case .split, .vanished: false
            }
        }
    }

    package enum State: Int, Sendable {
        case waiting
        case confirmed
        case rejected
        /// A later edition answered it.
        case superseded
    }

    package let kind: Kind
    /// The division in force, or retired by a split.
    package let division: DivisionID
    /// The new division of a split.
    package let successor: DivisionID?
    /// The row of the list as it would be; nil for `vanished`.
    package let row: Row?
    /// The day of the edition: what is confirmed holds from then.
    package let asOf: CivilDate

    /// What the list says.
    package struct Row: Hashable, Sendable {
        package let code: DivisionCode
        package let name: String
        package let parent: DivisionID?
        package let urbanRural: Int?
    }

    init(
        _ kind: Kind,
        of division: DivisionID,
        successor: DivisionID? = nil,
        row: Row? = nil,
        asOf: CivilDate
    ) {
        self.kind = kind
        self.division = division
        self.successor = successor
        self.row = row
        self.asOf = asOf
    }
}

/// A proposal as it is stored.
package struct StoredProposal: Hashable, Sendable {
    package let id: DivisionProposalID
    package let proposal: DivisionProposal
    package let state: DivisionProposal.State
}
