package import Store

/// Counts the facts of the room again, for `fanghu verify`.
package enum DispatchRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.tasksOpen, gauges: connection.rows(DispatchQueries.openCounts()))
        // A registration keeps its health statement sealed: the doctor's task is what says that it told of a fever.
        try recount.add(.feversReported, events: connection.rows(DispatchQueries.feversTold()))
        try recount.add(.feversOpen, gauges: connection.rows(DispatchQueries.feversToldAndOpen()))
        try recount.add(.ordersOpen, gauges: connection.rows(OrderQueries.openCounts()))
        try recount.add(.ordersReported, events: connection.rows(OrderQueries.reported()))
        try recount.add(.ordersClosed, events: connection.rows(OrderQueries.ended()))
    }
}
