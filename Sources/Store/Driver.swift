/// What a transaction is for.
enum TransactionKind: Sendable {
    /// One snapshot, no changes.
    case read
    case write
    /// A write that keeps other exclusive ones of any process out, for changes of the schema.
    case exclusive
}

/// One engine behind `Database`: runs closures in transactions on threads where blocking is allowed.
protocol Driver: Sendable {
    var engine: Engine { get }
    func transaction<Value: Sendable>(
        _ kind: TransactionKind,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value
    func executeOutsideTransaction(_ text: String) async throws
    func close() async throws
}

/// A connection that also takes statements which are run once, such as those of a migration.
protocol SchemaConnection: Connection {
    func executeOnce(_ text: String) throws
}
