import Store

/// The statements of observations and of what happens to them.
enum ObservationQueries {
    static func observation(_ key: ObservationKey) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE observation.committee = \(key.committee) AND observation.id = \(key.id)
        """
    }

    /// One observation by its id alone, within the scope; `observation_by_id` serves it.
    static func observation(_ id: ObservationID, in scope: Scope) -> SQL {
        "SELECT \(ObservationRow.columns) FROM observation WHERE \(scope) AND observation.id = \(id)"
    }

    /// A page of a territory's observations in key order after a key; the primary key serves it.
    static func list(in scope: Scope, after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE \(scope, after: key.committee.rawValue, key.id.text)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// The same in some states of those that have ended; the primary key serves it, for most rows of a year have ended.
    static func ended(in scope: Scope, states: [String], after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE \(scope, after: key.committee.rawValue, key.id.text) AND state IN \(list: states)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// The same in some states of those still open, few among a million; `observation_open` serves it.
    static func open(in scope: Scope, states: [String], after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE \(scope, after: key.committee.rawValue, key.id.text) AND ended_at IS NULL AND state IN \(list: states)
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Some observations by their ids, within the scope; `observation_by_id` serves it.
    static func observations(_ ids: [ObservationID], in scope: Scope) -> SQL {
        "SELECT \(ObservationRow.columns) FROM observation WHERE \(scope) AND observation.id IN \(list: ids)"
    }

    /// Whom some observations are about; `observation_by_id` serves it.
    static func persons(of ids: [ObservationID], in scope: Scope) -> SQL {
        "SELECT id, committee, person FROM observation WHERE \(scope) AND id IN \(list: ids)"
    }

    /// Every observation of a person in a committee, newest first; `observation_by_person` serves it.
    static func observations(of person: PersonID, in scope: Scope) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE \(scope) AND person = \(person) ORDER BY created_at DESC LIMIT 50
        """
    }

    /// A new observation; the values come from `ObservationRow.values`.
    static func insert(_ values: [SQLValue]) -> SQL {
        """
        INSERT INTO observation (committee, id, person, arrival, state, feverish, breached, mode, protocol, risk_class,
            period, first_day, last_day, notice, version, created_at, active_from, ended_at)
        VALUES \(rows: [values])
        """
    }

    /// Moves an observation on, if nobody else has meanwhile: the step number must still be the one before.
    static func update(_ row: ObservationRow) -> SQL {
        """
        UPDATE observation SET state = \(row.state.name), feverish = \(row.state.conditions.isFeverish),
            breached = \(row.state.conditions.isBreached), mode = \(row.mode.rawValue),
            protocol = \(row.version.text), risk_class = \(row.riskClass), period = \(row.periodText),
            first_day = \(row.firstDay), last_day = \(row.lastDay), notice = \(row.notice),
            version = \(row.stepNumber), active_from = \(row.activeFrom), ended_at = \(row.endedAt)
        WHERE committee = \(row.key.committee) AND id = \(row.key.id) AND version = \(row.stepNumber - 1)
        """
    }

    static func insertCommitment(_ key: ObservationKey, _ commitment: Commitment, sealed: [UInt8]) -> SQL {
        """
        INSERT INTO commitment (committee, observation, signed_at, text_version, signature, witness, sealed)
        VALUES (\(key.committee), \(key.id), \(commitment.signedAt), \(commitment.textVersion),
            \(commitment.signature.name), \(commitment.witness), \(sealed))
        """
    }

    /// Appends to the history; rows are (committee, observation, number, at, kind, state, account, actor, role, sealed).
    static func appendEvents(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO observation_event
            (committee, observation, number, at, kind, state, account, actor, role, sealed)
        VALUES \(rows: rows)
        """
    }

    static func events(of key: ObservationKey) -> SQL {
        """
        SELECT number, at, kind, state, account, actor, role, sealed FROM observation_event
        WHERE committee = \(key.committee) AND observation = \(key.id) ORDER BY number LIMIT 500
        """
    }

    /// Claims a person for one observation (I-4); no row changed means that the person has one already.
    static func claim(_ person: PersonID, for key: ObservationKey) -> SQL {
        """
        INSERT INTO active_observation (person, committee, observation)
        VALUES (\(person), \(key.committee), \(key.id))
        ON CONFLICT (person) DO NOTHING
        """
    }

    static func unclaim(_ person: PersonID, from key: ObservationKey) -> SQL {
        "DELETE FROM active_observation WHERE person = \(person) AND observation = \(key.id)"
    }

    /// Where a person is being observed now.
    static func active(of person: PersonID) -> SQL {
        "SELECT committee, observation FROM active_observation WHERE person = \(person)"
    }

    /// The observations of one arrival, newest first; `observation_by_arrival` serves it.
    static func observations(of arrival: ArrivalID, in committee: DivisionID) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE committee = \(committee) AND arrival = \(arrival) ORDER BY created_at DESC LIMIT 10
        """
    }

    /// Active observations of a territory whose last day this is; `observation_due` serves it.
    static func ending(on day: CivilDate, in scope: Scope, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE state = 'active' AND \(scope) AND last_day = \(day) ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Everything that has not ended, a page at a time, for the jobs; `observation_open` serves it.
    static func running(after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE ended_at IS NULL AND (committee, id) > (\(key.committee), \(key.id))
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Those released on a day; `observation_released` serves it.
    static func released(on day: CivilDate, after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE state = 'released' AND ended_at >= \(day.instant()) AND ended_at < \(day.adding(days: 1).instant())
            AND (committee, id) > (\(key.committee), \(key.id))
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// Active observations whose last day is over, after a key; `observation_due` serves it.
    static func periodOver(before day: CivilDate, after key: ObservationKey, limit: Int) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE state = 'active' AND last_day < \(day) AND (committee, id) > (\(key.committee), \(key.id))
        ORDER BY committee, id LIMIT \(limit)
        """
    }
}
