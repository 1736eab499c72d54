package import Store

/// The statements of the register of persons.
package enum PeopleQueries {
    /// One person; primary key.
    static func person(_ reference: PersonReference) -> SQL {
        """
        SELECT committee, id, sealed, document_pending, created_at, updated_at, version
        FROM person
        WHERE committee = \(reference.committee) AND id = \(reference.id)
        """
    }

    /// Several persons of one committee, for the lists of other rooms; primary key, at most 200.
    static func persons(_ ids: [PersonID], of committee: DivisionID) -> SQL {
        """
        SELECT committee, id, sealed, document_pending, created_at, updated_at, version
        FROM person
        WHERE committee = \(committee) AND id IN \(list: ids)
        """
    }

    /// Persons wherever they are now, for facts that point to where they were; index by id, at most 200.
    static func moved(_ ids: [PersonID]) -> SQL {
        """
        SELECT committee, id, sealed, document_pending, created_at, updated_at, version
        FROM person
        WHERE id IN \(list: ids)
        """
    }

    /// A page of the register in the order of its key; primary key.
    package static func page(in scope: Scope, after: PersonReference?, limit: Int) -> SQL {
        """
        SELECT committee, id, sealed, document_pending, created_at, updated_at, version
        FROM person
        WHERE \(scope, after: after.committeeKey, after.idKey)
        ORDER BY committee, id
        LIMIT \(limit)
        """
    }

    /// Persons whose document is still to come; partial index.
    package static func pending(in scope: Scope, after: PersonReference?, limit: Int) -> SQL {
        """
        SELECT committee, id, sealed, document_pending, created_at, updated_at, version
        FROM person
        WHERE \(scope) AND (committee, id) > (\(after.committeeKey), \(after.idKey)) AND document_pending = 1
        ORDER BY committee, id
        LIMIT \(limit)
        """
    }

    /// Persons that carry a token, in the order of their key; for each committee of the scope one look-up in the tokens.
    ///
    /// The keys of the page are picked first, so that no plan opens more rows than the page has.
    package static func carrying(_ token: Int64, in scope: Scope, after: PersonReference?, limit: Int) -> SQL {
        """
        SELECT p.committee, p.id, p.sealed, p.document_pending, p.created_at, p.updated_at, p.version
        FROM (
            SELECT t.committee, t.person
            FROM (
                SELECT committee FROM person_committee
                WHERE \(scope) AND committee >= \(after.committeeKey)
            ) c
            CROSS JOIN person_token t
            WHERE t.committee = c.committee AND t.token = \(token)
                AND (t.committee, t.person) > (\(after.committeeKey), \(after.idKey))
            ORDER BY c.committee, t.person
            LIMIT \(limit)
        ) k
        CROSS JOIN person p
        WHERE p.committee = k.committee AND p.id = k.person
        ORDER BY k.committee, k.person
        """
    }

    /// Persons of one committee that carry a token; a household shares a phone, so a few at most.
    package static func carrying(_ token: Int64, of committee: DivisionID) -> SQL {
        """
        SELECT p.committee, p.id, p.sealed, p.document_pending, p.created_at, p.updated_at, p.version
        FROM person_token t
        CROSS JOIN person p
        WHERE t.committee = \(committee) AND t.token = \(token)
            AND p.committee = t.committee AND p.id = t.person
        ORDER BY t.person
        LIMIT 50
        """
    }

    /// How many persons there are; at most one row for each committee.
    package static func count(in scope: Scope) -> SQL {
        """
        SELECT CAST(COALESCE(SUM(persons), 0) AS BIGINT)
        FROM person_committee
        WHERE \(scope)
        """
    }

    /// Who holds these documents; primary key, at most 200.
    static func holders(_ hashes: [[UInt8]]) -> SQL {
        """
        SELECT hash, committee, person
        FROM document_index
        WHERE hash IN \(list: hashes)
        """
    }

    /// Takes documents for persons; rows of documents that are already somebody's are left out.
    static func claim(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO document_index (hash, committee, person)
        VALUES \(rows: rows)
        ON CONFLICT (hash) DO NOTHING
        """
    }

    /// Gives documents back that a person holds.
    static func release(_ hashes: [[UInt8]], of person: PersonID) -> SQL {
        """
        DELETE FROM document_index
        WHERE hash IN \(list: hashes) AND person = \(person)
        """
    }

    static func insert(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO person (committee, id, sealed, document_pending, created_at, updated_at, version)
        VALUES \(rows: rows)
        """
    }

    static func insertTokens(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO person_token (committee, token, person)
        VALUES \(rows: rows)
        """
    }

    /// Removes tokens of one person; primary key.
    static func removeTokens(_ tokens: [Int64], of person: PersonReference) -> SQL {
        """
        DELETE FROM person_token
        WHERE committee = \(person.committee) AND token IN \(list: tokens) AND person = \(person.id)
        """
    }

    /// Changes how many persons committees have.
    static func count(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO person_committee (committee, persons)
        VALUES \(rows: rows)
        ON CONFLICT (committee) DO UPDATE SET persons = person_committee.persons + excluded.persons
        """
    }

    /// Stores a person's new details unless somebody was faster: then no row changes.
    static func update(_ row: PersonRow, from version: Int) -> SQL {
        """
        UPDATE person
        SET sealed = \(row.sealed), document_pending = \(row.documentPending), updated_at = \(row.updatedAt),
            version = \(row.version)
        WHERE committee = \(row.reference.committee) AND id = \(row.reference.id) AND version = \(version)
        """
    }

    /// Removes the row of a person that moved away.
    static func remove(_ person: PersonReference, version: Int) -> SQL {
        """
        DELETE FROM person
        WHERE committee = \(person.committee) AND id = \(person.id) AND version = \(version)
        """
    }

    /// How many facts name a person: registrations and observations.
    static func mentions(of person: PersonReference) -> SQL {
        """
        SELECT (SELECT COUNT(*) FROM arrival WHERE person = \(person.id))
            + (SELECT COUNT(*) FROM observation WHERE committee = \(person.committee) AND person = \(person.id))
        """
    }

    /// Points documents to the committee that their holder moved to.
    static func moveDocuments(_ hashes: [[UInt8]], of person: PersonID, to committee: DivisionID) -> SQL {
        """
        UPDATE document_index
        SET committee = \(committee)
        WHERE hash IN \(list: hashes) AND person = \(person)
        """
    }

    /// Persons by committee and day of registration, for the recount; reads all of the register.
    static func registered() -> SQL {
        """
        SELECT committee, \(Recount.day(of: "created_at")), COUNT(*)
        FROM person
        GROUP BY 1, 2
        """
    }

    /// Documents whose holder is not where the look-up says; reads all of the look-up.
    package static func withoutHolder() -> SQL {
        """
        SELECT committee, 'person:' || person
        FROM document_index
        WHERE NOT EXISTS (
            SELECT 1 FROM person
            WHERE person.committee = document_index.committee AND person.id = document_index.person
        )
        """
    }

    /// Committees whose stored count is not that of their rows; reads all of the register.
    package static func miscounted() -> SQL {
        """
        SELECT c.committee, 'persons'
        FROM (
            SELECT committee, persons AS stored, CAST(0 AS BIGINT) AS counted FROM person_committee
            UNION ALL
            SELECT committee, CAST(0 AS BIGINT), CAST(COUNT(*) AS BIGINT) FROM person GROUP BY committee
        ) c
        GROUP BY c.committee
        HAVING SUM(c.stored) <> SUM(c.counted)
        ORDER BY c.committee
        """
    }
}

extension PersonReference? {
    /// Before the first key while there is none.
    fileprivate var committeeKey: Int64 { self?.committee.rawValue ?? 0 }
    fileprivate var idKey: String { self?.id.text ?? "" }
}
