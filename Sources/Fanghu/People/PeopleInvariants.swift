package import Store

/// What must hold in the register of persons, as statements that return (committee, subject) of what breaks it.
package enum PeopleInvariants {
    package static let all: [(invariant: String, statement: SQL)] = [
        ("people.count", PeopleQueries.miscounted()), ("people.document", PeopleQueries.withoutHolder()),
    ]
}
