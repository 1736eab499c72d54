package import Store

/// Counts the facts of the room again, for `fanghu verify`.
///
/// Who is on duty is no counter: it changes with the clock, while counters change with facts alone. It is asked of the
/// roster whenever somebody looks.
package enum GateRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.gatePassings, events: connection.rows(GateQueries.passings()))
        try recount.add(.gateStops, events: connection.rows(GateQueries.stops()))
    }
}
