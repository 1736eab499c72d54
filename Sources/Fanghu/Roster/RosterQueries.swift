package import Store

/// The statements of absences: who is away when, and who stands in.
enum RosterQueries {
    static func insert(_ absence: Absence) -> SQL {
        """
        INSERT INTO roster_absence (\(Absence.columns), end_at) VALUES (\(absence.committee), \(absence.id),
            \(absence.who), \(absence.from), \(absence.to), \(absence.isDaily), \(absence.until),
            \(absence.reason.rawValue), \(absence.standIn), \(absence.storedEnd))
        """
    }

    /// What is or will be in force after an instant in some committees; `roster_absence_by_end` serves it.
    static func absences(in committees: [DivisionID], after instant: Instant) -> SQL {
        """
        SELECT \(Absence.columns) FROM roster_absence
        WHERE committee IN \(list: committees) AND end_at > \(instant) ORDER BY committee, from_at, id
        """
    }

    static func absence(_ id: AbsenceID, in scope: Scope) -> SQL {
        "SELECT \(Absence.columns) FROM roster_absence WHERE \(scope) AND id = \(id)"
    }

    /// Ends an absence that is not over; a row if it did.
    static func end(_ absence: Absence, at instant: Instant) -> SQL {
        """
        UPDATE roster_absence SET until_at = \(instant), end_at = \(instant)
        WHERE committee = \(absence.committee) AND id = \(absence.id) AND end_at > \(instant)
        """
    }

    /// Where an account is named to stand in; `roster_absence_by_stand_in` serves it.
    static func committees(withStandIn account: AccountID, after instant: Instant) -> SQL {
        "SELECT DISTINCT committee FROM roster_absence WHERE stand_in = \(account) AND end_at > \(instant)"
    }

    /// The committees with anything to do by load per worker, in one question over two counters of each committee.
    ///
    /// The primary key of the counters and `appointment_by_place` serve it; 6,000 committees are 12,000 rows.
    static func busiest(in scope: Scope, at instant: Instant, limit: Int) -> SQL {
        """
        WITH load (committee, tasks, observations) AS (
            SELECT committee,
                CAST(COALESCE(SUM(n) FILTER (WHERE indicator = \(Indicator.tasksOpen.rawValue)), 0) AS BIGINT),
                CAST(COALESCE(SUM(n) FILTER (WHERE indicator = \(Indicator.observationsActive.rawValue)), 0) AS BIGINT)
            FROM counter_total
            WHERE \(scope) AND committee % 1000 <> 0
                AND indicator IN (\(Indicator.tasksOpen.rawValue), \(Indicator.observationsActive.rawValue))
            GROUP BY committee
        ),
        staff (committee, workers) AS (
            SELECT committee, COUNT(DISTINCT account) FROM (
                SELECT place AS committee, account FROM appointment
                WHERE role IN \(list: BusyArea.roles.map(\.rawValue)) AND from_at <= \(instant)
                    AND (to_at IS NULL OR to_at > \(instant))
            ) AS held WHERE \(scope) GROUP BY committee
        )
        SELECT load.committee, load.tasks, load.observations, COALESCE(staff.workers, 0)
        FROM load LEFT JOIN staff ON staff.committee = load.committee
        WHERE load.tasks + load.observations > 0
        ORDER BY CASE WHEN staff.workers IS NULL THEN 0 ELSE 1 END,
            CAST(load.tasks + load.observations AS DOUBLE PRECISION) / COALESCE(staff.workers, 1) DESC, load.committee
        LIMIT \(limit)
        """
    }
}

extension Absence: RowDecodable {
    static let columns: SQL = "committee, id, who, from_at, to_at, is_daily, until_at, reason, stand_in"

    package init(row: Row) throws {
        guard let reason = Reason(rawValue: try row.column(7)) else {
            throw RowFault.wrongType(7, expected: "Absence.Reason")
        }
        self.init(
            committee: try row.column(0),
            id: try row.column(1),
            who: try row.column(2),
            from: try row.column(3),
            to: try row.column(4),
            isDaily: try row.column(5),
            until: try row.column(6),
            reason: reason,
            standIn: try row.column(8)
        )
    }

    /// One without an end lies beyond every instant.
    var storedEnd: Int64 { end?.microseconds ?? .max }
}
