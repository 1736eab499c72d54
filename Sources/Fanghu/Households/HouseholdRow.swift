import Foundation
package import Store

/// A stored household, its personal part sealed.
struct HouseholdRow {
    static let columns: SQL = """
        committee, dwelling, presence, return_on, evidence, recheck_on, tenure, living, away, heard_at, heard_by,
        version, field_versions, sealed
        """

    let committee: DivisionID
    let dwelling: PlaceID
    private let open: Household
    private let sealed: Sealed<HouseholdDetails>

    /// Seals a household.
    init(_ household: Household, sealedWith vault: Vault) throws {
        committee = household.committee
        dwelling = household.dwelling
        open = household
        sealed = try vault.seal(
            household.details,
            at: HouseholdDetails.place(of: household.dwelling, in: household.committee)
        )
    }

    /// The household with its personal part.
    func household(_ vault: Vault) throws -> Household {
        var household = open
        household.details = try vault.open(sealed, at: HouseholdDetails.place(of: dwelling, in: committee))
        return household
    }

    var values: [SQLValue] {
        get throws {
            let versions = Dictionary(uniqueKeysWithValues: open.fieldVersions.map { ($0.key.rawValue, $0.value) })
            return [
                committee.sqlValue, dwelling.sqlValue, open.presence.kind.rawValue.sqlValue,
                open.presence.expectedReturn.sqlValue, (open.presence.evidence?.rawValue).sqlValue,
                open.presence.recheckOn.sqlValue, (open.tenure?.rawValue).sqlValue, open.living.sqlValue,
                open.away.sqlValue, open.heardAt.sqlValue, open.heardBy.sqlValue, open.version.sqlValue,
                String(decoding: try JSONEncoder().encode(versions), as: UTF8.self).sqlValue, sealed.sqlValue,
            ]
        }
    }
}

extension HouseholdRow: RowDecodable {
    init(row: Row) throws {
        committee = try row.column(0)
        dwelling = try row.column(1)
        let versions = try JSONDecoder()
            .decode([String: Int].self, from: Data(try row.column(12, as: String.self).utf8))
        let tenure: String? = try row.column(6)
        open = Household(
            committee: committee,
            dwelling: dwelling,
            presence: try Presence(row, at: 2),
            tenure: tenure.flatMap(Household.Tenure.init),
            living: try row.column(7),
            away: try row.column(8),
            details: HouseholdDetails(),
            heardAt: try row.column(9),
            heardBy: try row.column(10),
            version: try row.column(11),
            fieldVersions: Dictionary(
                versions.compactMap { name, version in HouseholdField(rawValue: name).map { ($0, version) } },
                uniquingKeysWith: max
            )
        )
        sealed = try row.column(13)
    }
}

extension Presence {
    /// From the columns presence, return_on, evidence, recheck_on.
    fileprivate init(_ row: Row, at first: Int) throws {
        switch Kind(rawValue: try row.column(first)) {
        case .living: self = .living
        case .away: self = .away(expectedReturn: try row.column(first + 1))
        case .vacant:
            guard let evidence = Evidence(rawValue: try row.column(first + 2)) else {
                throw RowFault.wrongType(first + 2, expected: "Presence.Evidence")
            }
            self = .vacant(evidence, recheckOn: try row.column(first + 3))
        case nil: throw RowFault.wrongType(first, expected: "Presence")
        }
    }
}

/// One change in the history of a dwelling: who, how and when; what was said stays sealed.
package struct HouseholdEvent: Sendable, RowDecodable {
    static let columns: SQL = """
        committee, id, dwelling, version, at, account, role, channel, with_police, presence, digest
        """

    package let id: HouseholdChangeID
    package let dwelling: PlaceID
    package let version: Int
    package let at: Instant
    package let account: AccountID?
    package let role: Role?
    package let channel: HouseholdChange.Channel
    package let withPolice: Bool
    package let presence: Presence.Kind
    let digest: [UInt8]

    package init(row: Row) throws {
        guard let channel = HouseholdChange.Channel(rawValue: try row.column(7)) else {
            throw RowFault.wrongType(7, expected: "Channel")
        }
        guard let presence = Presence.Kind(rawValue: try row.column(9)) else {
            throw RowFault.wrongType(9, expected: "Presence.Kind")
        }
        id = try row.column(1)
        dwelling = try row.column(2)
        version = try row.column(3)
        at = try row.column(4)
        account = try row.column(5)
        let role: String? = try row.column(6)
        self.role = role.flatMap(Role.init)
        self.channel = channel
        withPolice = try row.column(8)
        self.presence = presence
        digest = try row.column(10)
    }
}

/// A notice that was posted at a door, with the slip that says so.
package struct HouseholdNotice: Sendable, Equatable {
    package let committee: DivisionID
    /// Made by the sender.
    package let id: HouseholdChangeID
    package let dwelling: PlaceID
    package let textVersion: String
    package let at: Instant
    package let account: AccountID?
    /// Number of the slip, or who took it.
    package let receipt: String
}

extension HouseholdNotice: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        dwelling = try row.column(2)
        textVersion = try row.column(3)
        at = try row.column(4)
        account = try row.column(5)
        receipt = try row.column(6)
    }
}
