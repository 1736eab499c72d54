import Store

extension ArrivalsQueries {
    /// The arrivals behind those who are observed at home now, a page in the order of observations.
    ///
    /// `observation_open` serves it, then the primary key of the arrivals.
    static func observedHomes(in scope: Scope, after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT open.committee, open.id, arrival.id, arrival.sealed FROM (
            SELECT committee, id, arrival FROM observation
            WHERE \(scope, after: key.committee.rawValue, key.id.text) AND ended_at IS NULL
                AND state IN ('active', 'dueForRelease') AND mode <> \(ObservationMode.central.rawValue)
            ORDER BY committee, id LIMIT \(limit)
        ) AS open
        LEFT JOIN arrival ON arrival.committee = open.committee AND arrival.id = open.arrival
        ORDER BY open.committee, open.id
        """
    }
}
