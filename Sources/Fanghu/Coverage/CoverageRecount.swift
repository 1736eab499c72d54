package import Store

/// Counts the figures of coverage again from its facts.
package enum CoverageRecount {
    package static func add(to recount: inout Recount, on connection: any Connection) throws {
        try recount.add(.coveragePieces, gauges: connection.rows(CoverageQueries.pieceCounts))
        try recount.add(.coveragePiecesUnowned, gauges: connection.rows(CoverageQueries.unownedCounts))
        try recount.add(.placesUncovered, gauges: connection.rows(CoverageQueries.uncoveredCounts))
    }
}
