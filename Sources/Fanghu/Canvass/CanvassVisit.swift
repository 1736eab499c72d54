/// One call at a door or on the phone, as whoever made it says.
package struct CanvassVisit: Hashable, Sendable {
    package let committee: DivisionID
    package let id: CanvassVisitID
    package let campaign: CanvassCampaignID
    package let place: PlaceID
    package let outcome: Outcome
    package let channel: Channel
    package let at: Instant
    package let account: AccountID?
    package let team: CanvassTeamID?
    package let helpers: Int
    package let receipt: Receipt.How?

    /// What came of it; raw values are stored and stand in the API.
    package enum Outcome: String, CaseIterable, Codable, Sendable {
        case met
        case byPhone
        case nobody
        case vacant
        case refused
        case away

        package var words: Words {
            switch self {
            case .met: Words("见到", "met")
            case .byPhone: Words("电话联系", "by phone")
            case .nobody: Words("无人应门", "nobody there")
            case .vacant: Words("空关", "vacant")
            case .refused: Words("拒绝", "refused")
            case .away: Words("外出未返", "away")
            }
        }

        package var isInformed: Bool { self == .met || self == .byPhone }
    }

    /// The way it was made.
    package enum Channel: String, CaseIterable, Codable, Sendable {
        case visit
        case phone
        case online

        package var words: Words {
            switch self {
            case .visit: Words("上门", "visit")
            case .phone: Words("电话", "by phone")
            case .online: Words("线上", "online")
            }
        }
    }

    /// That the unit was informed: by whom it was taken and how.
    package struct Receipt: Hashable, Codable, Sendable {
        package let how: How
        /// Who received it; nil is an adult of the household, or whoever answered for the premises.
        package let name: String?

        package init(how: How, name: String? = nil) {
            self.how = how
            self.name = name
        }

        package enum How: String, CaseIterable, Codable, Sendable {
            case signature
            case paper
            case phone

            package var words: Words {
                switch self {
                case .signature: Words("当面签收", "signed")
                case .paper: Words("纸质回执", "paper slip")
                case .phone: Words("电话确认", "confirmed by phone")
                }
            }
        }
    }

    /// What is sealed of a visit.
    package struct Details: Hashable, Codable, Sendable {
        package let receivedBy: String?
        package let remarks: String?
        package let withPolice: Bool
    }

    /// A visit as it is sent; the sender makes the id, so that one sent twice is one.
    package struct Draft: Hashable, Codable, Sendable {
        package var id: CanvassVisitID
        package var place: PlaceID
        package var outcome: Outcome
        package var channel: Channel
        /// When it was, for phones without a network; nil is now.
        package var at: Instant?
        /// Who of the staff was there; nil is whoever sends it.
        package var members: Set<AccountID>?
        /// How many of the team's heads without an account were there.
        package var helpers: Int
        package var receipt: Receipt?
        package var remarks: String?
        /// From where the household returns, and when as far as one knows; for those who are away.
        package var origin: String?
        package var expectedReturn: CivilDate?
        /// How one knows that nobody lives there, and when somebody looks again.
        package var evidence: Presence.Evidence?
        package var recheckOn: CivilDate?
        /// A joint visit with the police.
        package var withPolice: Bool

        package init(
            id: CanvassVisitID,
            place: PlaceID,
            outcome: Outcome,
            channel: Channel = .visit,
            at: Instant? = nil,
            members: Set<AccountID>? = nil,
            helpers: Int = 0,
            receipt: Receipt? = nil,
            remarks: String? = nil,
            origin: String? = nil,
            expectedReturn: CivilDate? = nil,
            evidence: Presence.Evidence? = nil,
            recheckOn: CivilDate? = nil,
            withPolice: Bool = false
        ) {
            self.id = id
            self.place = place
            self.outcome = outcome
            self.channel = channel
            self.at = at
            self.members = members
            self.helpers = helpers
            self.receipt = receipt
            self.remarks = remarks
            self.origin = origin
            self.expectedReturn = expectedReturn
            self.evidence = evidence
            self.recheckOn = recheckOn
            self.withPolice = withPolice
        }
    }

    static func sealedPlace(of id: CanvassVisitID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("canvass_visit.sealed", committee: committee, id: id)
    }
}

/// One team on one day in one committee: the unit in which person-times are counted.
///
/// A person-time (人次) is one member on one tour: member × team × day × committee, however many doors they stood
/// before. Members with an account are counted by who was on the visits, heads without one by the most that were on any
/// visit of the tour. Who goes without a team is on a tour of their own. Nobody types the number in.
package struct CanvassTour: Hashable, Sendable {
    package let committee: DivisionID
    package let campaign: CanvassCampaignID
    package let team: CanvassTeamID?
    package let day: CivilDate

    /// How many person-times a visit adds to what its tour has.
    package static func added(
        by members: Set<AccountID>,
        helpers: Int,
        to known: (members: Set<AccountID>, helpers: Int)
    ) -> Int {
        members.subtracting(known.members).count + max(0, helpers - known.helpers)
    }
}

/// What somebody did to the notice on a door, or saw of it.
package struct CanvassMark: Hashable, Sendable {
    package let committee: DivisionID
    package let id: CanvassMarkID
    package let campaign: CanvassCampaignID
    package let place: PlaceID
    package let event: DoorMarker.Event
    package let at: Instant
    package let account: AccountID?
}

/// Why a unit is left out, until a second person stands for it too.
package struct CanvassExplanation: Hashable, Sendable {
    package let committee: DivisionID
    package let id: CanvassExplanationID
    package let campaign: CanvassCampaignID
    package let place: PlaceID
    package let reason: String
    package let at: Instant
    package let account: AccountID?
}
