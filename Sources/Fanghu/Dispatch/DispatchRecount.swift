package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum DispatchRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.tasksOpen, gauges: connection.rows(DispatchQueries.openCounts()))
    }
}
