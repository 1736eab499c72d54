package import Store

/// The statements of arrivals.
package enum ArrivalsQueries {
    static func arrival(_ key: ArrivalKey) -> SQL {
        "SELECT \(ArrivalRow.columns) FROM arrival WHERE committee = \(key.committee) AND id = \(key.id)"
    }

    /// One arrival by its id alone, within the scope; `arrival_by_id` serves it.
    static func arrival(_ id: ArrivalID, in scope: Scope) -> SQL {
        "SELECT \(ArrivalRow.columns) FROM arrival WHERE \(scope) AND id = \(id)"
    }

    /// A page of a territory's arrivals in key order; the primary key serves it.
    static func list(in scope: Scope, after key: ArrivalKey, limit: Int) -> SQL {
        """
        SELECT \(ArrivalRow.columns) FROM arrival
        WHERE \(scope, after: key.committee.rawValue, key.id.text)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Those whose dwelling nobody has confirmed yet; `arrival_awaiting` serves it.
    package static func awaiting(in scope: Scope, after key: ArrivalKey, limit: Int) -> SQL {
        """
        SELECT \(ArrivalRow.columns) FROM arrival
        WHERE \(scope, after: key.committee.rawValue, key.id.text) AND state IN ('preReported', 'arrived')
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Some arrivals by their ids, within the scope; `arrival_by_id` serves it.
    static func arrivals(_ ids: [ArrivalID], in scope: Scope) -> SQL {
        "SELECT \(ArrivalRow.columns) FROM arrival WHERE \(scope) AND id IN \(list: ids)"
    }

    /// Whom some registrations are about; `arrival_by_id` serves it.
    static func persons(of ids: [ArrivalID], in scope: Scope) -> SQL {
        "SELECT id, person_committee, person FROM arrival WHERE \(scope) AND id IN \(list: ids)"
    }

    static func arrivals(of person: PersonID, in scope: Scope) -> SQL {
        "SELECT \(ArrivalRow.columns) FROM arrival WHERE \(scope) AND person = \(person) ORDER BY id DESC LIMIT 50"
    }

    static func insert(_ row: ArrivalRow) -> SQL {
        "INSERT INTO arrival (\(ArrivalRow.columns)) VALUES \(rows: [row.values])"
    }

    /// Moves an arrival on, if nobody else has meanwhile.
    static func update(_ row: ArrivalRow, from stepNumber: Int64) -> SQL {
        """
        UPDATE arrival SET person_committee = \(row.person.committee), state = \(row.state.name),
            protocol = \(row.version.text), risk_class = \(row.riskClass), check_code = \(row.checkCode),
            key_area = \(row.isFromKeyArea), needs_observation = \(row.needsObservation),
            version = \(row.stepNumber), confirmed_at = \(row.confirmedAt), sealed = \(row.sealed)
        WHERE committee = \(row.key.committee) AND id = \(row.key.id) AND version = \(stepNumber)
        """
    }

    /// Appends to the history; rows are (committee, arrival, number, at, kind, state, account, actor, role, sealed).
    static func appendEvents(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO arrival_event (committee, arrival, number, at, kind, state, account, actor, role, sealed)
        VALUES \(rows: rows)
        """
    }

    static func events(of key: ArrivalKey) -> SQL {
        """
        SELECT number, at, kind, state, account, actor, role FROM arrival_event
        WHERE committee = \(key.committee) AND arrival = \(key.id) ORDER BY number LIMIT 200
        """
    }
}
