/// Where somebody asks, registers and measures: at a gate, on a road, or at a table for returnees (DOMAIN §2.1).
package struct GatePost: Hashable, Sendable {
    /// Or the township, for what belongs to it as a whole.
    package let committee: DivisionID
    package let id: GatePostID
    package let kind: Kind
    package let name: String
    /// Of a gate; its measures hold at the post.
    package let compound: PlaceID?
    /// The gate or checkpoint of the register; nil for a table.
    package let place: PlaceID?
    package let hours: OpeningHours
    /// How many should be on duty while it is open.
    package let wanted: Int

    /// What kind of post; raw values are stored.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case gate
        case checkpoint
        case registrationPoint

        package var words: Words {
            switch self {
            case .gate: Words("小区出入口", "Gate")
            case .checkpoint: Words("道口", "Checkpoint")
            case .registrationPoint: Words("登记点", "Registration point")
            }
        }
    }

    /// A post as somebody sets it up.
    package struct Draft: Sendable {
        package var committee: DivisionID
        package var kind: Kind
        package var name: String
        package var compound: PlaceID?
        package var place: PlaceID?
        package var hours: OpeningHours
        package var wanted: Int

        package init(
            committee: DivisionID,
            kind: Kind,
            name: String,
            compound: PlaceID? = nil,
            place: PlaceID? = nil,
            hours: OpeningHours = .always,
            wanted: Int = 1
        ) {
            self.committee = committee
            self.kind = kind
            self.name = name
            self.compound = compound
            self.place = place
            self.hours = hours
            self.wanted = wanted
        }
    }

    /// The post a draft asks for.
    package static func planned(_ draft: Draft, as id: GatePostID) throws(GateRefusal) -> GatePost {
        guard (1...50).contains(draft.name.count) else { throw .nameMissing }
        guard (1...50).contains(draft.wanted) else { throw .countWrong }
        guard draft.kind != .gate || (draft.place != nil && draft.compound != nil) else { throw .unknownPlace }
        return GatePost(
            committee: draft.committee,
            id: id,
            kind: draft.kind,
            name: draft.name,
            compound: draft.compound,
            place: draft.place,
            hours: draft.hours,
            wanted: draft.wanted
        )
    }
}

/// When a post is open, every day the same, in minutes since midnight in Shanghai.
///
/// `[opens, closes)`; where it closes before it opens, it is open over midnight.
package struct OpeningHours: Hashable, Sendable {
    package let opens: Int
    package let closes: Int

    package static let always = OpeningHours(checkedOpens: 0, closes: 1440)

    private init(checkedOpens opens: Int, closes: Int) {
        self.opens = opens
        self.closes = closes
    }

    /// Nil for what is no time of day, and for hours that open and close at once; 24:00 closes a day.
    package init?(opens: Int, closes: Int) {
        guard (0..<1440).contains(opens), (0...1440).contains(closes), opens != closes else { return nil }
        self.init(checkedOpens: opens, closes: closes)
    }

    package func isOpen(at instant: Instant) -> Bool {
        let minute = instant.minuteOfDay
        return opens < closes ? opens <= minute && minute < closes : opens <= minute || minute < closes
    }
}
