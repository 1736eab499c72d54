package import Store

/// Who is being prepared for observation or observed now, as other rooms ask inside their own transactions.
package enum ActiveObservation {
    /// Where a person is being observed; nil for everybody else.
    package static func key(of person: PersonID, on connection: any Connection) throws -> ObservationKey? {
        try connection.rows(ObservationQueries.active(of: person)).first
            .map { ObservationKey(committee: try $0.column(0), id: try $0.column(1)) }
    }
}
