/// Who lives in a dwelling, as far as the committee knows (DOMAIN §2.1, F-02): one a dwelling.
package struct Household: Hashable, Sendable {
    package let committee: DivisionID
    package let dwelling: PlaceID
    package var presence: Presence
    package var tenure: Tenure?
    /// How many live here now, and how many of them are away.
    package var living: Int?
    package var away: Int?
    package var details: HouseholdDetails
    package var heardAt: Instant
    package var heardBy: AccountID?
    /// Grows with every change.
    package var version: Int
    /// In which version each field last changed, so that two phones that change different fields do not collide.
    package var fieldVersions: [HouseholdField: Int]

    /// Let with or without a landlord who answers for it (以房管人).
    package enum Tenure: String, CaseIterable, Codable, Sendable {
        case own
        case letting
        case groupLetting

        package var isLet: Bool { self != .own }

        package var words: Words {
            switch self {
            case .own: Words("自住", "own")
            case .letting: Words("出租", "let")
            case .groupLetting: Words("群租", "group letting")
            }
        }
    }
}

/// Whether anybody is at home (DOMAIN §2.2, §6.2).
package enum Presence: Hashable, Sendable, Codable {
    case living
    /// From where they will come is asked before they return.
    case away(expectedReturn: CivilDate?)
    /// Nobody lives here, as somebody saw, and somebody looks again.
    case vacant(Evidence, recheckOn: CivilDate)

    package enum Kind: String, CaseIterable, Codable, Sendable {
        case living
        case away
        case vacant

        package var words: Words {
            switch self {
            case .living: Words("在住", "living here")
            case .away: Words("外出未返", "away")
            case .vacant: Words("空关", "vacant")
            }
        }
    }

    /// How one knows that a dwelling is vacant.
    package enum Evidence: String, CaseIterable, Codable, Sendable {
        case neighbour
        case property
        case meter
        /// A ledger says so, and nobody has looked yet.
        case ledger

        package var words: Words {
            switch self {
            case .neighbour: Words("邻居证实", "a neighbour says so")
            case .property: Words("物业证实", "the property company says so")
            case .meter: Words("水电表不走", "the meters stand still")
            case .ledger: Words("台账记载", "a ledger says so")
            }
        }
    }

    package var kind: Kind {
        switch self {
        case .living: .living
        case .away: .away
        case .vacant: .vacant
        }
    }

    package var expectedReturn: CivilDate? {
        if case .away(let day) = self { day } else { nil }
    }

    package var recheckOn: CivilDate? {
        if case .vacant(_, let day) = self { day } else { nil }
    }

    package var evidence: Evidence? {
        if case .vacant(let evidence, _) = self { evidence } else { nil }
    }
}

/// What of a household is personal, and therefore sealed.
package struct HouseholdDetails: Hashable, Codable, Sendable {
    package var head: String?
    package var phone: String?
    package var landlord: Landlord?
    /// From where those who are away will return, in their words.
    package var origin: String?
    package var needs: Set<CareNeed>
    package var remarks: String?

    package init(
        head: String? = nil,
        phone: String? = nil,
        landlord: Landlord? = nil,
        origin: String? = nil,
        needs: Set<CareNeed> = [],
        remarks: String? = nil
    ) {
        self.head = head
        self.phone = phone
        self.landlord = landlord
        self.origin = origin
        self.needs = needs
        self.remarks = remarks
    }

    package struct Landlord: Hashable, Codable, Sendable {
        package let name: String
        package let phone: String?

        package init(name: String, phone: String? = nil) {
            self.name = name
            self.phone = phone
        }
    }

    /// Who is to be looked after first.
    package enum CareNeed: String, CaseIterable, Codable, Sendable, Comparable {
        case oldAlone
        case disabled
        case pregnant
        case chronicallyIll

        package var words: Words {
            switch self {
            case .oldAlone: Words("独居老人", "old and alone")
            case .disabled: Words("残疾", "disabled")
            case .pregnant: Words("孕产妇", "pregnant")
            case .chronicallyIll: Words("慢性病", "chronically ill")
            }
        }

        package static func < (left: CareNeed, right: CareNeed) -> Bool { left.rawValue < right.rawValue }
    }

    static func place(of dwelling: PlaceID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("household.sealed", committee: committee, id: dwelling)
    }
}
