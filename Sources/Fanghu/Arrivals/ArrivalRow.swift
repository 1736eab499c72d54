package import Store

/// An arrival as its table holds it.
package struct ArrivalRow: Sendable, RowDecodable {
    package let key: ArrivalKey
    package var person: PersonReference
    package var state: ArrivalState
    package let arrivedOn: CivilDate
    package var version: ProtocolID
    package var riskClass: String
    package var checkCode: String
    package var isFromKeyArea: Bool
    package var needsObservation: Bool
    package let source: ArrivalSource
    package let digest: [UInt8]
    /// Counts the steps; a step names the number it started from.
    package var stepNumber: Int64
    package let receivedAt: Instant
    package var confirmedAt: Instant?
    package var sealed: Sealed<ArrivalDetails>

    /// The columns in the order that `init(row:)` reads.
    static let columns = SQL(
        trusted: """
            committee, id, person, person_committee, state, arrived_on, protocol, risk_class, check_code, key_area,
            needs_observation, source, digest, version, received_at, confirmed_at, sealed
            """
    )

    package init(row: Row) throws {
        guard let state = ArrivalState(name: try row.column(4, as: String.self)),
            let source = ArrivalSource(rawValue: try row.column(11))
        else { throw RowFault.wrongType(4, expected: "arrival state") }
        key = ArrivalKey(committee: try row.column(0), id: try row.column(1))
        person = PersonReference(committee: try row.column(3), id: try row.column(2))
        self.state = state
        arrivedOn = try row.column(5)
        version = ProtocolID(try row.column(6))
        riskClass = try row.column(7)
        checkCode = try row.column(8)
        isFromKeyArea = try row.column(9)
        needsObservation = try row.column(10)
        self.source = source
        digest = try row.column(12)
        stepNumber = try row.column(13)
        receivedAt = try row.column(14)
        confirmedAt = try row.column(15)
        sealed = try row.column(16)
    }

    init(
        key: ArrivalKey,
        person: PersonReference,
        state: ArrivalState,
        arrivedOn: CivilDate,
        classification: Classification,
        source: ArrivalSource,
        digest: [UInt8],
        receivedAt: Instant,
        sealed: Sealed<ArrivalDetails>
    ) {
        self.key = key
        self.person = person
        self.state = state
        self.arrivedOn = arrivedOn
        version = classification.version
        riskClass = classification.riskClass
        checkCode = classification.checkCode.rawValue
        isFromKeyArea = classification.isFromKeyArea
        needsObservation = classification.needsObservation
        self.source = source
        self.digest = digest
        stepNumber = 1
        self.receivedAt = receivedAt
        self.sealed = sealed
    }

    /// The values of a row, in the order of `columns`.
    var values: [SQLValue] {
        [
            key.committee.sqlValue, key.id.sqlValue, person.id.sqlValue, person.committee.sqlValue,
            state.name.sqlValue, arrivedOn.sqlValue, version.text.sqlValue, riskClass.sqlValue, checkCode.sqlValue,
            isFromKeyArea.sqlValue, needsObservation.sqlValue, source.rawValue.sqlValue, digest.sqlValue,
            stepNumber.sqlValue, receivedAt.sqlValue, confirmedAt.sqlValue, sealed.sqlValue,
        ]
    }
}

/// How a registration came in.
package enum ArrivalSource: String, CaseIterable, Codable, Sendable {
    /// The person or a relative, over the page behind a compound's QR code.
    case ownForm
    /// A worker at the desk or at the door.
    case worker
    case api
    case imported
}

/// What is kept of a registration beside the person: sealed with the arrival.
package struct ArrivalDetails: Codable, Sendable {
    package var stay: Stay
    package let journey: Journey
    package let health: HealthStatement
    package let filing: Filing
    package var classification: Classification
    /// The dwelling as the worker confirmed it.
    package var confirmedAddress: String?

    /// Where it is sealed.
    static func place(of key: ArrivalKey) -> SealedPlace {
        SealedPlace("arrival.sealed", committee: key.committee, id: key.id)
    }
}
