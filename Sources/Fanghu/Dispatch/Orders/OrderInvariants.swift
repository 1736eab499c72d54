package import Store

/// What must hold of orders, as statements that return (committee, subject) of what breaks it (DOMAIN §6.4).
package enum OrderInvariants {
    package static let all: [(invariant: String, statement: SQL)] = [
        ("I-9", OrderQueries.unverifiedClosed), ("I-10", OrderQueries.forgotten),
    ]
}
