package import Store

extension TerritoryQueries {
    /// Proposals in some states, oldest first.
    static func proposals(in states: [DivisionProposal.State]) -> SQL {
        """
        SELECT id, kind, division, successor, code, name, parent, urban_rural, as_of, state
        FROM division_proposal WHERE state IN \(list: states.map(\.rawValue)) ORDER BY id
        """
    }

    /// Proposals that wait about divisions of a territory, oldest first; a few dozen in the whole city.
    static func waitingProposals(in scope: Scope) -> SQL {
        """
        SELECT id, kind, committee, successor, code, name, parent, urban_rural, as_of, state FROM (
            SELECT id, kind, division AS committee, successor, code, name, parent, urban_rural, as_of, state
            FROM division_proposal WHERE state = \(DivisionProposal.State.waiting.rawValue)
        ) AS waiting WHERE \(scope) ORDER BY id
        """
    }

    static func proposal(_ id: DivisionProposalID) -> SQL {
        """
        SELECT id, kind, division, successor, code, name, parent, urban_rural, as_of, state
        FROM division_proposal WHERE id = \(id)
        """
    }

    static func insert(_ proposals: [StoredProposal]) -> SQL {
        """
        INSERT INTO division_proposal (id, kind, division, successor, code, name, parent, urban_rural, as_of, state)
        VALUES \(rows: proposals.map(\.values))
        """
    }

    static func decide(
        _ ids: [DivisionProposalID],
        _ state: DivisionProposal.State,
        by decider: String,
        at instant: Instant
    ) -> SQL {
        """
        UPDATE division_proposal SET state = \(state.rawValue), decided_at = \(instant), decided_by = \(decider)
        WHERE id IN \(list: ids) AND state = \(DivisionProposal.State.waiting.rawValue)
        """
    }

    static func insertSuccessor(_ successor: DivisionID, of division: DivisionID, since day: CivilDate) -> SQL {
        """
        INSERT INTO division_successor (division, successor, since) VALUES (\(division), \(successor), \(day))
        ON CONFLICT (division, successor) DO NOTHING
        """
    }

    /// What a retired division was followed by.
    static func successors(of division: DivisionID) -> SQL {
        "SELECT successor FROM division_successor WHERE division = \(division) ORDER BY successor"
    }
}

extension StoredProposal: RowDecodable {
    package init(row: Row) throws {
        guard let kind = try DivisionProposal.Kind(rawValue: row.column(1)) else {
            throw RowFault.wrongType(1, expected: "kind of proposal")
        }
        guard let state = try DivisionProposal.State(rawValue: row.column(9)) else {
            throw RowFault.wrongType(9, expected: "state of proposal")
        }
        let code: DivisionCode? = try row.column(4)
        let listed = try code.map { code in
            try DivisionProposal.Row(
                code: code,
                name: row.column(5),
                parent: row.column(6),
                urbanRural: row.column(7)
            )
        }
        id = try row.column(0)
        self.state = state
        proposal = try DivisionProposal(
            kind,
            of: row.column(2),
            successor: row.column(3),
            row: listed,
            asOf: row.column(8)
        )
    }

    var values: [SQLValue] {
        [
            id.sqlValue, proposal.kind.rawValue.sqlValue, proposal.division.sqlValue, proposal.successor.sqlValue,
            (proposal.row?.code).sqlValue, (proposal.row?.name).sqlValue, (proposal.row?.parent).sqlValue,
            (proposal.row?.urbanRural).sqlValue, proposal.asOf.sqlValue, state.rawValue.sqlValue,
        ]
    }
}
