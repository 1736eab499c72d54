import Foundation
package import Store

/// The release document of F-06, as it was issued.
package struct ReleaseNote: Sendable, RowDecodable {
    package let serial: String
    package let observation: ObservationKey
    package let issuedAt: Instant
    package let issuer: AccountID
    package let version: ProtocolID
    package let firstDay: CivilDate
    package let lastDay: CivilDate
    package let tally: RecordTally
    package let sealed: Sealed<Person>

    /// What the document says of the person; sealed.
    package struct Person: Codable, Sendable {
        package let name: String
        package let document: String?
        package let address: String?
        package let lastTemperature: String?

        package init(name: String, document: String?, address: String?, lastTemperature: String?) {
            self.name = name
            self.document = document
            self.address = address
            self.lastTemperature = lastTemperature
        }
    }

    package init(row: Row) throws {
        serial = try row.column(0)
        observation = ObservationKey(committee: try row.column(1), id: try row.column(2))
        issuedAt = try row.column(3)
        issuer = try row.column(4)
        version = ProtocolID(try row.column(5))
        firstDay = try row.column(6)
        lastDay = try row.column(7)
        tally = RecordTally(due: try row.column(9), recorded: try row.column(8), explained: 0)
        sealed = try row.column(10)
    }

    init(
        serial: String,
        step: ObservationRow,
        issuer: AccountID,
        at instant: Instant,
        tally: RecordTally,
        sealed: Sealed<Person>
    ) {
        self.serial = serial
        observation = step.key
        issuedAt = instant
        self.issuer = issuer
        version = step.version
        firstDay = step.firstDay
        lastDay = step.lastDay
        self.tally = tally
        self.sealed = sealed
    }

    var values: [SQLValue] {
        [
            serial.sqlValue, observation.committee.sqlValue, observation.id.sqlValue, issuedAt.sqlValue,
            issuer.sqlValue, version.text.sqlValue, firstDay.sqlValue, lastDay.sqlValue,
            (tally.recorded + tally.explained).sqlValue, tally.due.sqlValue, sealed.sqlValue,
        ]
    }

    /// Where its personal part is sealed.
    package static func place(of serial: String, in committee: DivisionID) -> SealedPlace {
        SealedPlace("release_note.sealed", committee: committee, key: serial)
    }
}
