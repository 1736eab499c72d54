package import Store

/// I-17: entries of acts done in somebody's place keep both names.
package enum StandInAuditSchema {
    package static let migrations: [Migration] = [
        Migration("audit-002-standing-in", ["ALTER TABLE audit_entry ADD COLUMN standing_in_for TEXT"])
    ]
}
