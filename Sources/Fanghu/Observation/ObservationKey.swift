import Store

/// The whole key of an observation, which every statement names.
package struct ObservationKey: Hashable, Comparable, Sendable {
    package let committee: DivisionID
    package let id: ObservationID

    package init(committee: DivisionID, id: ObservationID) {
        self.committee = committee
        self.id = id
    }

    package static func < (left: ObservationKey, right: ObservationKey) -> Bool {
        (left.committee, left.id) < (right.committee, right.id)
    }

    /// Before the first.
    package static let start = ObservationKey(committee: DivisionID(rawValue: 0), id: ObservationID(checked: ""))

    /// `310105002001.0190…`, as lists hand it out to ask for the next page.
    package var text: String { "\(committee).\(id)" }

    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: ".")
        guard parts.count == 2, let committee = DivisionID(parts[0]), let id = ObservationID(parts[1]) else {
            return nil
        }
        self.init(committee: committee, id: id)
    }

    var values: [SQLValue] { [committee.sqlValue, id.sqlValue] }
}
