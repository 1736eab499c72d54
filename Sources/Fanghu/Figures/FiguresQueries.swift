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

    /// Says that the counters of committees were written; rows are (committee, 1).
    static func raiseVersions(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO counter_version (committee, n) VALUES \(rows: rows)
        ON CONFLICT (committee) DO UPDATE SET n = counter_version.n + excluded.n
        """
    }

    /// The versions of every committee in the pieces, at most one row per committee; the primary key serves it.
    ///
    /// `CROSS JOIN` keeps SQLite from turning the loop round and scanning the pieces once for each row.
    static func versions(in pieces: [FiguresPiece]) -> SQL {
        """
        WITH piece (number, low, high) AS (VALUES \(rows: pieces.map(\.values)))
        SELECT CAST(piece.number AS BIGINT), counter_version.committee, counter_version.n
        FROM piece CROSS JOIN counter_version
        WHERE counter_version.committee BETWEEN piece.low AND piece.high
        """
    }

    /// The running totals of a few committees; the primary key serves it.
    static func totals(of committees: [Int64]) -> SQL {
        "SELECT committee, indicator, n FROM counter_total WHERE committee IN \(list: committees)"
    }

    /// The counts of one day of a few committees; the primary key serves it.
    static func counts(of committees: [Int64], on day: CivilDate) -> SQL {
        "SELECT committee, indicator, n FROM counter_day WHERE committee IN \(list: committees) AND day = \(day)"
    }

    /// The running totals of all committees in the pieces, up to 30 rows each; the primary key serves it.
    static func everyTotal(in pieces: [FiguresPiece]) -> SQL {
        """
        WITH piece (number, low, high) AS (VALUES \(rows: pieces.map(\.values)))
        SELECT counter_total.committee, counter_total.indicator, counter_total.n
        FROM piece CROSS JOIN counter_total
        WHERE counter_total.committee BETWEEN piece.low AND piece.high
        """
    }

    /// The counts of one day of all committees in the pieces; `counter_day_by_day` serves it.
    static func everyCount(in pieces: [FiguresPiece], on day: CivilDate) -> SQL {
        """
        WITH piece (number, low, high) AS (VALUES \(rows: pieces.map(\.values)))
        SELECT counter_day.committee, counter_day.indicator, counter_day.n
        FROM piece CROSS JOIN counter_day
        WHERE counter_day.day = \(day) AND counter_day.committee BETWEEN piece.low AND piece.high
        """
    }

    /// The counts of a day that is over, summed by piece and indicator; `counter_day_by_day` serves it.
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
