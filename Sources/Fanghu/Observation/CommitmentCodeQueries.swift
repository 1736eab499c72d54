import Store

/// The statements of one-time codes; one code an observation.
enum CommitmentCodeQueries {
    /// Puts a new code in the place of an older one.
    static func put(
        _ key: ObservationKey,
        hash: [UInt8],
        textVersion: String,
        madeBy account: AccountID,
        at instant: Instant,
        until end: Instant
    ) -> SQL {
        """
        INSERT INTO commitment_code
            (committee, observation, hash, text_version, made_by, made_at, expires_at, wrong_tries, used)
        VALUES (\(key.committee), \(key.id), \(hash), \(textVersion), \(account), \(instant), \(end), 0, 0)
        ON CONFLICT (committee, observation) DO UPDATE SET hash = excluded.hash,
            text_version = excluded.text_version, made_by = excluded.made_by, made_at = excluded.made_at,
            expires_at = excluded.expires_at, wrong_tries = 0, used = 0
        """
    }

    static func code(of key: ObservationKey) -> SQL {
        """
        SELECT committee, observation, hash, text_version, made_by, expires_at, wrong_tries, used
        FROM commitment_code WHERE committee = \(key.committee) AND observation = \(key.id)
        """
    }

    /// Takes one of the tries of a code and says the how manieth it was; nothing comes back when none is left.
    ///
    /// Taken before the digits are compared: many guesses at the same moment wait for each other at this row, so that
    /// together they have no more tries than one after the other.
    static func takeTry(_ code: CommitmentCode, of limit: Int) -> SQL {
        """
        UPDATE commitment_code SET wrong_tries = wrong_tries + 1
        WHERE committee = \(code.observation.committee) AND observation = \(code.observation.id)
            AND hash = \(code.hash) AND wrong_tries < \(limit)
        RETURNING wrong_tries
        """
    }

    /// Uses a code up; no row changed means that somebody else has done so meanwhile.
    static func use(_ code: CommitmentCode) -> SQL {
        """
        UPDATE commitment_code SET used = 1
        WHERE committee = \(code.observation.committee) AND observation = \(code.observation.id)
            AND hash = \(code.hash) AND used = 0
        """
    }
}
