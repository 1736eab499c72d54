import Store

/// The statements of the day records: each serves a whole batch, so that a shared transaction costs few of them.
enum DayRecordQueries {
    /// The observations that a batch of records is about.
    ///
    /// `observation_by_id` serves it; whether the sender may write to each is decided for each by the policy.
    static func observations(_ ids: [ObservationID]) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation WHERE observation.id IN \(list: ids)
        """
    }

    /// Records that are there already under the ids of a batch; (committee, id) pairs.
    static func existing(_ keys: [[SQLValue]]) -> SQL {
        """
        WITH wanted (place, id) AS (VALUES \(rows: keys))
        SELECT day_record.committee, day_record.id, day_record.digest, day_record.day, day_record.slot,
            day_record.received_at, day_record.late
        FROM wanted CROSS JOIN day_record
        WHERE day_record.committee = wanted.place AND day_record.id = wanted.id
        """
    }

    /// The slots that a batch is about; (committee, observation, day, slot) tuples.
    static func slots(_ keys: [[SQLValue]]) -> SQL {
        """
        WITH wanted (place, observation, day, slot) AS (VALUES \(rows: keys))
        SELECT observation_slot.committee, observation_slot.observation, observation_slot.day, observation_slot.slot,
            observation_slot.state
        FROM wanted CROSS JOIN observation_slot
        WHERE observation_slot.committee = wanted.place AND observation_slot.observation = wanted.observation
            AND observation_slot.day = wanted.day AND observation_slot.slot = wanted.slot
        """
    }

    static func insert(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO day_record
            (committee, id, observation, day, slot, taken_at, received_at, late, source, account, digest, sealed)
        VALUES \(rows: rows)
        """
    }

    /// Fills slots with their first record; rows are (committee, observation, day, slot, state, record, missed_at).
    ///
    /// That a slot was missed once stays on record.
    static func fillSlots(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO observation_slot (committee, observation, day, slot, state, record, missed_at)
        VALUES \(rows: rows)
        ON CONFLICT (committee, observation, day, slot)
        DO UPDATE SET state = excluded.state, record = excluded.record
        WHERE observation_slot.state <> 'recorded'
        """
    }

    /// Marks slots as missed unless somebody filled them meanwhile; returns those it marked.
    static func markMissed(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO observation_slot (committee, observation, day, slot, state, record, missed_at)
        VALUES \(rows: rows)
        ON CONFLICT (committee, observation, day, slot) DO NOTHING
        RETURNING committee, observation, day, slot
        """
    }

    /// Active observations without a slot of a day, after a key: who was missed; the primary key of slots serves it.
    static func unfilled(
        _ slot: String,
        on day: CivilDate,
        by version: ProtocolID,
        after key: ObservationKey,
        limit: Int
    ) -> SQL {
        """
        SELECT \(ObservationRow.columns) FROM observation
        WHERE state = 'active' AND protocol = \(version.text) AND first_day <= \(day) AND last_day >= \(day)
            AND (committee, id) > (\(key.committee), \(key.id))
            AND NOT EXISTS (
                SELECT 1 FROM observation_slot
                WHERE observation_slot.committee = observation.committee
                    AND observation_slot.observation = observation.id
                    AND observation_slot.day = \(day) AND observation_slot.slot = \(slot)
            )
        ORDER BY committee, id LIMIT \(limit)
        """
    }

    /// All records of an observation, oldest first; `day_record_by_observation` serves it.
    static func records(of observation: ObservationKey) -> SQL {
        """
        SELECT id, day, slot, taken_at, received_at, late, source, account, sealed FROM day_record
        WHERE committee = \(observation.committee) AND observation = \(observation.id)
        ORDER BY taken_at, id LIMIT 500
        """
    }

    /// The newest record of an observation.
    static func lastRecord(of observation: ObservationKey) -> SQL {
        """
        SELECT id, day, slot, taken_at, received_at, late, source, account, sealed FROM day_record
        WHERE committee = \(observation.committee) AND observation = \(observation.id)
        ORDER BY taken_at DESC, id DESC LIMIT 1
        """
    }

    /// A worker's reason stands for the record of a slot; a record that comes after all still replaces it.
    static func explain(_ observation: ObservationKey, _ slot: DaySlot) -> SQL {
        """
        INSERT INTO observation_slot (committee, observation, day, slot, state, record, missed_at)
        VALUES (\(observation.committee), \(observation.id), \(slot.day), \(slot.slot.text), 'explained', NULL,
            NULL)
        ON CONFLICT (committee, observation, day, slot) DO UPDATE SET state = 'explained'
        WHERE observation_slot.state = 'missed'
        """
    }

    /// All slots of an observation that have a state.
    static func slots(of observation: ObservationKey) -> SQL {
        """
        SELECT committee, observation, day, slot, state FROM observation_slot
        WHERE committee = \(observation.committee) AND observation = \(observation.id)
        ORDER BY day, slot
        """
    }
}
