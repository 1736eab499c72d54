import Store

/// The statements of the counters.
enum FiguresQueries {
    /// Adds to the running totals; rows are (committee, indicator, change).
    static func addTotals(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO counter_total (committee, indicator, n) VALUES \(rows: rows)
        ON CONFLICT (committee, indicator) DO UPDATE SET n = counter_total.n + excluded.n
        """
    }

    /// Adds to the counts of a day; rows are (committee, day, indicator, change).
    static func addDays(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO counter_day (committee, day, indicator, n) VALUES \(rows: rows)
        ON CONFLICT (committee, day, indicator) DO UPDATE SET n = counter_day.n + excluded.n
        """
    }

    /// Running totals of pieces of territory, one row per piece and indicator; the primary key serves it.
    ///
    /// `CROSS JOIN` keeps SQLite from turning the loop round and scanning the pieces once for each counter row.
    static func totals(of pieces: [FiguresPiece]) -> SQL {
        """
        WITH piece (number, low, high) AS (VALUES \(rows: pieces.map(\.values)))
        SELECT CAST(piece.number AS BIGINT), counter_total.indicator, CAST(SUM(counter_total.n) AS BIGINT)
        FROM piece CROSS JOIN counter_total
        WHERE counter_total.committee BETWEEN piece.low AND piece.high
        GROUP BY piece.number, counter_total.indicator
        """
    }

    /// The counts of one day for pieces of territory; `counter_day_by_day` serves it.
    static func counts(of pieces: [FiguresPiece], on day: CivilDate) -> SQL {
        """
        WITH piece (number, low, high) AS (VALUES \(rows: pieces.map(\.values)))
        SELECT CAST(piece.number AS BIGINT), counter_day.indicator, CAST(SUM(counter_day.n) AS BIGINT)
        FROM piece CROSS JOIN counter_day
        WHERE counter_day.day = \(day) AND counter_day.committee BETWEEN piece.low AND piece.high
        GROUP BY piece.number, counter_day.indicator
        """
    }

    /// The running total of one figure; the primary key serves it.
    static func total(of indicator: Indicator, in scope: Scope) -> SQL {
        """
        SELECT CAST(COALESCE(SUM(n), 0) AS BIGINT) FROM counter_total
        WHERE \(scope) AND indicator = \(indicator.rawValue)
        """
    }

    /// Every total, for the recount.
    static func allTotals() -> SQL {
        "SELECT committee, indicator, n FROM counter_total"
    }

    /// Every count of a day, for the recount.
    static func allDays() -> SQL {
        "SELECT committee, day, indicator, n FROM counter_day"
    }
}

/// A committee-id range of one row of a figures table.
struct FiguresPiece {
    let number: Int
    let range: ClosedRange<Int64>

    var values: [SQLValue] { [number.sqlValue, range.lowerBound.sqlValue, range.upperBound.sqlValue] }
}

/// One sum as the database gives it.
struct FiguresSum: RowDecodable {
    let number: Int
    let indicator: Int
    let count: Int

    init(row: Row) throws {
        number = try row.column(0)
        indicator = try row.column(1)
        count = try row.column(2)
    }
}
