package import Store

/// Counts the figures of places again from the register.
package enum PlacesRecount {
    /// Adds the dwellings and premises of every committee.
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.dwellings, gauges: connection.rows(PlacesQueries.dwellingCounts))
        try recount.add(.premises, gauges: connection.rows(PlacesQueries.premisesCounts))
    }
}
