package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum PeopleRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.personsRegistered, events: connection.rows(PeopleQueries.registered()))
    }
}

// What must hold in the register, for `fanghu verify`; each returns (committee, subject) of what breaks it.

extension People {
    /// Committees whose stored count of persons is not that of the rows.
    package static func miscounted() -> SQL { PeopleQueries.miscounted() }

    /// Documents whose holder is not where the look-up says.
    package static func withoutHolder() -> SQL { PeopleQueries.withoutHolder() }
}
