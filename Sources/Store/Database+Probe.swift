extension Database {
    /// Asks for one row; throws when the database does not answer.
    package func probe() async throws {
        _ = try await read { connection in try connection.rows("SELECT 1") }
    }
}
