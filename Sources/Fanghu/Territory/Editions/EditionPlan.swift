/// What importing a yearly list over the present tree would do; nothing is written yet.
package struct EditionPlan: Sendable {
    package let asOf: CivilDate
    package internal(set) var created: [Division] = []
    package internal(set) var changed: [DivisionChange] = []
    package internal(set) var unchanged = 0
    /// Absent from the list, now closed; their facts stay with them.
    package internal(set) var retired: [Division] = []
    /// New questions for a person.
    package internal(set) var proposals: [DivisionProposal] = []
    /// Rows whose question was asked by an earlier import and still waits.
    package internal(set) var stillWaiting = 0
    /// Waiting questions that this edition answered.
    package internal(set) var superseded: [DivisionProposalID] = []

    /// Whether nothing would be written.
    package var isEmpty: Bool {
        created.isEmpty && changed.isEmpty && retired.isEmpty && proposals.isEmpty && superseded.isEmpty
    }

    /// Matches a list with the tree.
    ///
    /// - Parameters:
    ///   - asOf: the day from which the list holds.
    ///   - proposals: what waits, and what was rejected before and is not asked again.
    package init(from territory: Territory, to file: EditionFile, asOf: CivilDate, proposals: [StoredProposal] = []) {
        var matcher = EditionMatcher(territory, file, asOf: asOf, proposals: proposals)
        matcher.run()
        self = matcher.plan
    }

    init(asOf: CivilDate) {
        self.asOf = asOf
    }
}

/// A division that carries on under the same id with something else about it.
package struct DivisionChange: Hashable, Sendable {
    /// Why both are taken for the same.
    package enum Evidence: String, Sendable {
        case sameCodeAndName
        case sameNameInParent
        case sameCodeSimilarName
        /// One of the two names has lost a character.
        case sameCodeDamagedName
        /// Most of what lies below has the same names.
        case sameChildren
        /// It was retired and is listed again.
        case listedAgain
    }

    package let before: Division
    package let after: Division
    package let evidence: Evidence

    package var isRenamed: Bool { before.name != after.name }
    package var isRecoded: Bool { before.code != after.code }
    package var isMoved: Bool { before.parent != after.parent }
}
