import Store

extension TerritoryService {
    /// What waits for an answer, oldest first.
    package func waitingProposals() async throws -> [StoredProposal] {
        try await database.read { try $0.all(TerritoryQueries.proposals(in: [.waiting])) }
    }

    /// What waits, with the divisions it is about, for people to read.
    package func questions() async throws -> [EditionReport.Question] {
        let tree = territory.current
        return try await waitingProposals()
            .compactMap { stored in
                tree.node(stored.proposal.division).map { EditionReport.Question(stored: stored, division: $0) }
            }
    }

    /// What waits in the actor's territory, oldest first.
    package func questions(for actor: Actor) async throws -> [EditionReport.Question] {
        let scope = try policy.scope(for: actor, .administerTerritory, at: context.now)
        let tree = territory.current
        let waiting: [StoredProposal] = try await database.read { connection in
            try connection.all(TerritoryQueries.waitingProposals(in: scope))
        }
        return waiting.compactMap { stored in
            tree.node(stored.proposal.division).map { EditionReport.Question(stored: stored, division: $0) }
        }
    }

    /// The divisions that follow a retired one, as far as somebody has confirmed them.
    package func successors(of id: DivisionID) async throws -> [DivisionID] {
        try await database.read { connection in
            try connection.rows(TerritoryQueries.successors(of: id)).map { try $0.column(0) }
        }
    }

    /// Answers a question: it holds from the day of the edition that asked it.
    package func decide(_ id: DivisionProposalID, confirm: Bool, by actor: Actor) async throws {
        let now = context.now
        let policy = policy
        try await database.write { connection in
            try connection.execute(TerritoryQueries.lock)
            guard let stored = try connection.first(TerritoryQueries.proposal(id), as: StoredProposal.self) else {
                throw TerritoryRefusal.proposalUnknown
            }
            guard stored.state == .waiting else { throw TerritoryRefusal.proposalDecided }
            let place = stored.proposal.division
            let authority = try policy.check(actor, .administerTerritory, at: place, on: now)
            let register = try DivisionRegister(connection)
            let decision = ProposalDecision(proposal: stored.proposal, register: register)
            try confirm ? decision.confirm(on: connection) : decision.reject(on: connection)
            let decider = authority.account?.text ?? authority.actorKind
            let state: DivisionProposal.State = confirm ? .confirmed : .rejected
            try connection.execute(TerritoryQueries.decide([id], state, by: decider, at: now))
            let entry = AuditEntry.Draft(
                committee: place,
                authority: authority,
                act: confirm ? "territory.confirm" : "territory.reject",
                subject: "proposal:\(id)",
                detail: stored.proposal.kind.rawValue
            )
            try Audit.append([entry], on: connection)
        }
        try await territory.refresh()
    }
}

/// The consequences of an answer, inside its transaction.
private struct ProposalDecision {
    let proposal: DivisionProposal
    let register: DivisionRegister

    func confirm(on connection: any Connection) throws {
        let old = try division()
        switch proposal.kind {
        case .rename, .renumber, .move:
            guard let row = proposal.row else { return }
            try register.close([old.id], on: day(old), connection)
            try register.append([listed(row, as: old.id, since: day(old), after: old)], on: connection)
        case .split:
            guard let successor = proposal.successor else { return }
            let statement = TerritoryQueries.insertSuccessor(successor, of: old.id, since: proposal.asOf)
            try connection.execute(statement)
        case .vanished:
            let ids = register.territory.subtree(of: old.id).filter { !$0.isRetired }.map(\.id)
            try register.close(ids, on: day(old), connection)
        }
    }

    func reject(on connection: any Connection) throws {
        guard proposal.kind.asksIdentity, let row = proposal.row else { return }
        let old = try division()
        var allotter = DivisionIDAllotter(register.territory)
        try register.close([old.id], on: day(old), connection)
        let id = allotter.newID(for: row.code)
        try register.append([listed(row, as: id, since: proposal.asOf, after: nil)], on: connection)
    }

    private func division() throws(TerritoryRefusal) -> Division {
        guard let division = register.territory.node(proposal.division) else {
            throw .divisionUnknown(proposal.division)
        }
        return division
    }

    /// Not before the version that it ends began.
    private func day(_ old: Division) -> CivilDate {
        max(proposal.asOf, old.validFrom)
    }

    private func listed(
        _ row: DivisionProposal.Row,
        as id: DivisionID,
        since day: CivilDate,
        after old: Division?
    ) -> Division {
        Division(
            id: id,
            code: row.code,
            name: row.name,
            parent: row.parent ?? old?.parent,
            isNameDamaged: DivisionName.isDamaged(row.name),
            urbanRural: row.urbanRural ?? old?.urbanRural,
            validFrom: day
        )
    }
}
