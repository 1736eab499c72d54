import Store

/// The statements of release documents.
enum ReleaseQueries {
    static func insert(_ note: ReleaseNote) -> SQL {
        """
        INSERT INTO release_note (serial, committee, observation, issued_at, issuer, protocol, first_day, last_day,
            records_complete, records_due, sealed)
        VALUES \(rows: [note.values])
        """
    }

    static func note(serial: String) -> SQL {
        """
        SELECT serial, committee, observation, issued_at, issuer, protocol, first_day, last_day, records_complete,
            records_due, sealed
        FROM release_note WHERE serial = \(serial)
        """
    }

    /// The same within a scope, for the desk.
    static func note(serial: String, in scope: Scope) -> SQL {
        """
        SELECT serial, committee, observation, issued_at, issuer, protocol, first_day, last_day, records_complete,
            records_due, sealed
        FROM release_note WHERE serial = \(serial) AND \(scope)
        """
    }

    static func note(of key: ObservationKey) -> SQL {
        """
        SELECT serial, committee, observation, issued_at, issuer, protocol, first_day, last_day, records_complete,
            records_due, sealed
        FROM release_note WHERE committee = \(key.committee) AND observation = \(key.id)
        """
    }

    /// Takes the next number of a centre's year; numbers have no gaps, because a refused release gives its number back.
    static func nextNumber(centre: Int64, year: Int) -> SQL {
        """
        INSERT INTO release_serial (centre, year, last) VALUES (\(centre), \(year), 1)
        ON CONFLICT (centre, year) DO UPDATE SET last = release_serial.last + 1
        RETURNING last
        """
    }
}
