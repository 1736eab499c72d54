/// A field of a household that can be changed, and conflict, by itself; raw values are stored and stand in the API.
package enum HouseholdField: String, CaseIterable, Codable, Sendable, Comparable {
    case presence
    case origin
    case tenure
    case landlord
    case living
    case away
    case head
    case phone
    case needs
    case remarks

    package var words: Words {
        switch self {
        case .presence: Words("在住情况", "presence")
        case .origin: Words("返回地", "returning from")
        case .tenure: Words("居住性质", "own or let")
        case .landlord: Words("房东", "landlord")
        case .living: Words("居住人数", "people living here")
        case .away: Words("外出人数", "people away")
        case .head: Words("户主", "head of household")
        case .phone: Words("电话", "phone")
        case .needs: Words("需关心", "to be looked after")
        case .remarks: Words("备注", "remarks")
        }
    }

    package static func < (left: HouseholdField, right: HouseholdField) -> Bool { left.rawValue < right.rawValue }
}

/// What somebody found out about a dwelling: the fields that it names, and no others.
package struct HouseholdChange: Hashable, Codable, Sendable {
    /// Made by the sender, so that a change sent twice is one.
    package var id: HouseholdChangeID
    package var dwelling: PlaceID
    /// The version that the sender saw; 0 where there was none.
    package var basedOn: Int
    package var presence: Presence?
    package var origin: String?
    package var tenure: Household.Tenure?
    package var landlord: HouseholdDetails.Landlord?
    package var living: Int?
    package var away: Int?
    package var head: String?
    package var phone: String?
    package var needs: Set<HouseholdDetails.CareNeed>?
    package var remarks: String?
    package var channel: Channel
    /// A joint visit with the police.
    package var withPolice: Bool

    /// How it was found out.
    package enum Channel: String, CaseIterable, Codable, Sendable {
        case visit
        case phone
        case told
        case ledger
        case arrival

        package var words: Words {
            switch self {
            case .visit: Words("上门", "visit")
            case .phone: Words("电话", "by phone")
            case .told: Words("他人告知", "told by others")
            case .ledger: Words("台账导入", "ledger")
            case .arrival: Words("来沪登记", "registration")
            }
        }
    }

    package init(
        id: HouseholdChangeID,
        dwelling: PlaceID,
        basedOn: Int,
        presence: Presence? = nil,
        channel: Channel = .visit,
        withPolice: Bool = false
    ) {
        self.id = id
        self.dwelling = dwelling
        self.basedOn = basedOn
        self.presence = presence
        self.channel = channel
        self.withPolice = withPolice
    }
}

// The rules of a change: pure, without clock or database.

extension HouseholdChange {
    /// How far ahead a vacant dwelling may be left alone.
    private static let longestRecheckDays = 60

    /// The household after the change.
    ///
    /// - Parameter present: nil where nothing is known yet; then presence has to be told.
    /// - Throws: `HouseholdRefusal.conflict` naming fields that somebody else changed to another value meanwhile.
    package func applied(
        to present: Household?,
        in committee: DivisionID,
        by account: AccountID?,
        at now: Instant
    ) throws(HouseholdRefusal) -> Household {
        try check(on: now.day)
        guard let start = present ?? fresh(in: committee, at: now) else { throw .presenceMissing }
        var next = start
        take(into: &next)
        if next.tenure?.isLet == true, next.details.landlord == nil, tenure != nil { throw .landlordMissing }
        if let living = next.living, let away = next.away, away > living { throw .countsWrong }
        let changed = Self.differences(between: start, and: next)
        let lost = changed.filter { start.fieldVersions[$0, default: 0] > basedOn }
        guard present == nil || lost.isEmpty else { throw .conflict(lost.sorted()) }
        next.heardAt = max(now, start.heardAt)
        next.heardBy = account
        let named = present == nil ? HouseholdField.allCases.filter { isNamed($0, next) } : changed
        next.version = start.version + 1
        for field in named { next.fieldVersions[field] = next.version }
        return next
    }

    /// Which fields of two states differ.
    package static func differences(between one: Household, and other: Household) -> [HouseholdField] {
        HouseholdField.allCases.filter { field in
            switch field {
            case .presence: one.presence != other.presence
            case .origin: one.details.origin != other.details.origin
            case .tenure: one.tenure != other.tenure
            case .landlord: one.details.landlord != other.details.landlord
            case .living: one.living != other.living
            case .away: one.away != other.away
            case .head: one.details.head != other.details.head
            case .phone: one.details.phone != other.details.phone
            case .needs: one.details.needs != other.details.needs
            case .remarks: one.details.remarks != other.details.remarks
            }
        }
    }

    private func take(into next: inout Household) {
        if let presence { next.presence = presence }
        if let tenure { next.tenure = tenure }
        if let living { next.living = living }
        if let away { next.away = away }
        if let head { next.details.head = head.isEmpty ? nil : head }
        if let phone { next.details.phone = phone.isEmpty ? nil : phone }
        if let landlord { next.details.landlord = landlord }
        if let needs { next.details.needs = needs }
        if let remarks { next.details.remarks = remarks.isEmpty ? nil : remarks }
        if let origin { next.details.origin = origin.isEmpty ? nil : origin }
        // From where somebody returned is of the past, and is not kept longer than it serves (R-PRIV-02).
        if next.presence.kind != .away { next.details.origin = nil }
        if next.tenure == .own { next.details.landlord = nil }
    }

    private func check(on today: CivilDate) throws(HouseholdRefusal) {
        if let day = presence?.recheckOn {
            guard day > today, day <= today.adding(days: Self.longestRecheckDays) else {
                throw .recheckDayWrong(Self.longestRecheckDays)
            }
        }
        for count in [living, away].compactMap(\.self) where !(0...99).contains(count) { throw .countsWrong }
        for text in [origin, head, phone, landlord?.name].compactMap(\.self) where text.count > 100 {
            throw .textTooLong(100)
        }
        if let remarks, remarks.count > 500 { throw .textTooLong(500) }
    }

    private func fresh(in committee: DivisionID, at now: Instant) -> Household? {
        presence.map {
            Household(
                committee: committee,
                dwelling: dwelling,
                presence: $0,
                details: HouseholdDetails(),
                heardAt: now,
                version: 0,
                fieldVersions: [:]
            )
        }
    }

    private func isNamed(_ field: HouseholdField, _ household: Household) -> Bool {
        switch field {
        case .presence: true
        case .origin: household.details.origin != nil
        case .tenure: household.tenure != nil
        case .landlord: household.details.landlord != nil
        case .living: household.living != nil
        case .away: household.away != nil
        case .head: household.details.head != nil
        case .phone: household.details.phone != nil
        case .needs: !household.details.needs.isEmpty
        case .remarks: household.details.remarks != nil
        }
    }
}
