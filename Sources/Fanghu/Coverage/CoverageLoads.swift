package import Store

/// How much one person has to answer for (span of control, DOMAIN §8.1: about ten building heads an area head).
package struct CoverageLoad: Sendable, Equatable {
    package let account: AccountID
    package let pieces: Int
    package let areas: Int
    package let places: Int
}

/// The loads of a territory, the heaviest first, beside what an owner has on average.
package struct CoverageLoads: Sendable {
    package let lines: [CoverageLoad]
    /// Everybody who owns a piece, also those below the lines.
    package let owners: Int
    /// Every place in an owned piece.
    package let places: Int

    /// Places an owner on average; nil where nobody owns a piece.
    package var average: Double? { owners > 0 ? Double(places) / Double(owners) : nil }

    /// Whether somebody answers for more than twice the average: the territory itself is the measure.
    package func isHeavy(_ load: CoverageLoad) -> Bool {
        average.map { Double(load.places) > 2 * $0 } ?? false
    }
}

/// An area with its head and what lies below.
package struct CoverageSpan: Sendable, Equatable {
    package let area: CoverageArea
    /// Nil where the area has no head.
    package let head: AccountID?
    package let pieces: Int
    /// Different owners of its pieces: whom the head has to lead.
    package let owners: Int
    package let places: Int
    /// Places that nobody has heard from since the list's moment.
    package let unheard: Int
}

extension CoverageLoads {
    init(rows: [Row]) throws {
        lines = try rows.map {
            CoverageLoad(
                account: try $0.column(0),
                pieces: try $0.column(1),
                areas: try $0.column(2),
                places: try $0.column(3)
            )
        }
        places = try rows.first?.column(4) ?? 0
        owners = try rows.first?.column(5) ?? 0
    }
}

extension CoverageSpan: RowDecodable {
    package init(row: Row) throws {
        area = try CoverageArea(row: row)
        head = try row.column(3)
        pieces = try row.column(4)
        owners = try row.column(5)
        places = try row.column(6)
        unheard = try row.column(7)
    }
}
