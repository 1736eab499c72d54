package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum CanvassRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.canvassVisits, events: connection.rows(CanvassQueries.visitCounts()))
        try recount.add(.canvassPersonTimes, events: connection.rows(CanvassQueries.memberTimes()))
        try recount.add(.canvassPersonTimes, events: connection.rows(CanvassQueries.helperTimes()))
        try recount.add(.unitsInformed, events: connection.rows(CanvassQueries.informedCounts()))
        try recount.add(.canvassTargetsOpen, gauges: connection.rows(CanvassQueries.openTargetCounts))
    }
}
