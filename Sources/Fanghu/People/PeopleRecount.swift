package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum PeopleRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.personsRegistered, events: connection.rows(PeopleQueries.registered()))
    }
}
