package import Store

extension People {
    /// What a release document says of a person, read in the transaction of the release.
    package var releaseDescription: @Sendable (PersonID, DivisionID, any Connection) throws -> ReleaseNote.Person {
        { id, committee, connection in
            let reference = PersonReference(committee: committee, id: id)
            guard let details = try person(reference, on: connection)?.details else {
                throw ObservationRequestRefusal.unknownObservation
            }
            return ReleaseNote.Person(
                name: details.name.text,
                document: details.documents.first?.number,
                address: details.address,
                lastTemperature: nil
            )
        }
    }
}
