package import Store

/// Holds a database and a key file together.
///
/// A server that started with another installation's keys would open nothing, find nobody, and seal new rows that the
/// right keys cannot open. So the first start leaves a mark, and every other start compares it.
package enum KeyMark {
    /// Marks a new database; refuses keys that did not write this one.
    package static func confirm(_ vault: Vault, in database: Database, at instant: Instant) async throws {
        let mark = vault.hash("key mark", of: .secret)
        let stored = try await database.write { connection in
            try connection.execute(PrivacyQueries.leave(mark, at: instant))
            return try connection.value(PrivacyQueries.mark(), as: [UInt8].self)
        }
        guard stored == mark else { throw KeyFileRefusal.otherInstallation }
    }

    /// Whether the database has been written with keys; then a missing key file must be found again, never made anew.
    package static func exists(in database: Database) async throws -> Bool {
        try await database.read { connection in
            try connection.value(PrivacyQueries.mark(), as: [UInt8].self) != nil
        }
    }
}

/// The statements of the room.
enum PrivacyQueries {
    /// The mark; one row.
    static func mark() -> SQL {
        "SELECT mark FROM key_mark WHERE id = 1"
    }

    /// Leaves the mark where there is none.
    static func leave(_ mark: [UInt8], at instant: Instant) -> SQL {
        """
        INSERT INTO key_mark (id, mark, made_at)
        VALUES (1, \(mark), \(instant))
        ON CONFLICT (id) DO NOTHING
        """
    }
}
