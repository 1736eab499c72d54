/// PostgreSQL through libpq.
final class PostgreSQLDriver: Driver {
    var engine: Engine { .postgresql }

    init(address: String, connections: Int) throws {
        throw StoreFault.connectionLost
    }

    func transaction<Value: Sendable>(
        _ kind: TransactionKind,
        _ body: @escaping @Sendable (any Connection) throws -> Value
    ) async throws -> Value {
        throw StoreFault.connectionLost
    }

    func executeOutsideTransaction(_ text: String) async throws {
        throw StoreFault.connectionLost
    }

    func close() async throws {}
}
