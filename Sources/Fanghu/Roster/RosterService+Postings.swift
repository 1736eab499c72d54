import Store

extension RosterService {
    /// One line of the list of postings.
    package struct PostingLine: Sendable {
        package let posting: Posting
        /// What the cadre has open there: of whoever is gone, a hand-over that is owed.
        package let openTasks: Int
    }

    /// Posts a cadre to a committee: access begins at `from` and ends at `to`, to the microsecond (I-18).
    package func post(_ draft: Posting.Draft, by actor: Actor) async throws -> Posting {
        let authority = try authority(for: actor, at: draft.committee)
        let ids: (PostingID, AppointmentID) = (context.newID(), context.newID())
        let posting = try await database.write { connection -> Posting in
            let account = try Seats.account(named: draft.name, connection)
            guard account.id != actor.account else { throw RosterRefusal.ownPosting }
            let posting = try Posting.planned(draft, of: account.id, as: ids, at: authority.instant)
            // Also takes the account's row, so that two postings made at once see each other.
            try Seats.holdOpen(account.id, connection)
            let others: [Posting] = try connection.all(
                PostingQueries.postings(of: account.id, in: posting.committee)
            )
            guard !others.contains(where: posting.meets) else { throw RosterRefusal.postedAlready }
            let appointment = Appointment(
                id: posting.appointment,
                role: .secondedCadre,
                place: posting.committee,
                from: posting.from,
                to: posting.to
            )
            try Seats.begin(appointment, of: posting.account, connection)
            try connection.execute(PostingQueries.insert(posting))
            try Audit.append(
                [entry("roster.post", "account:\(posting.account)", authority, posting.committee)],
                on: connection
            )
            return posting
        }
        cache.forgetAll()
        return posting
    }

    /// Ends a posting at this instant, and its access with it; open tasks go to a successor with a note.
    ///
    /// One that ended by its date can be handed over afterwards in the same way.
    package func end(
        _ id: PostingID,
        successor: AccountID?,
        note: String,
        by actor: Actor
    ) async throws -> HandOverNote? {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageRoster, at: now)
        let handOver = try await database.write { connection -> HandOverNote? in
            guard let posting = try connection.first(PostingQueries.posting(id, in: scope), as: Posting.self) else {
                throw RosterRefusal.unknownPosting
            }
            let authority = try authority(for: actor, at: posting.committee)
            try Seats.holdOpen(posting.account, connection)
            let open = try DutyTasks.openCount(of: posting.account, in: posting.committee, on: connection)
            guard !posting.isOver(at: now) || open > 0 else { throw RosterRefusal.endedAlready }
            guard successor != nil || open == 0 else { throw RosterRefusal.handOverMissing(tasks: open) }
            try connection.execute(PostingQueries.end(posting, at: now))
            try Seats.end(
                posting.appointment,
                of: posting.account,
                at: posting.committee,
                on: now,
                connection
            )
            let handOver = try successor.map { try hand(posting, to: $0, note, at: now, connection) }
            try Audit.append(
                [
                    entry(
                        "roster.endPosting",
                        "account:\(posting.account)",
                        authority,
                        posting.committee,
                        handOver.map { "to \($0.successor), tasks \($0.tasks.count)" },
                        reason: handOver?.note
                    )
                ],
                on: connection
            )
            return handOver
        }
        cache.forgetAll()
        return handOver
    }

    /// One posting with what the cadre has open, for whoever may end it.
    package func posting(_ id: PostingID, for actor: Actor) async throws -> PostingLine {
        let scope = try policy.scope(for: actor, .manageRoster, at: context.now)
        return try await database.read { connection in
            guard let posting = try connection.first(PostingQueries.posting(id, in: scope), as: Posting.self) else {
                throw RosterRefusal.unknownPosting
            }
            let open = try DutyTasks.openCount(of: posting.account, in: posting.committee, on: connection)
            return PostingLine(posting: posting, openTasks: open)
        }
    }

    /// What was handed over at the end of a posting, the latest first.
    package func handOvers(of id: PostingID, for actor: Actor) async throws -> [HandOverNote] {
        let scope = try policy.scope(for: actor, .viewRoster, at: context.now)
        return try await database.read { connection in
            guard let posting = try connection.first(PostingQueries.posting(id, in: scope), as: Posting.self) else {
                throw RosterRefusal.unknownPosting
            }
            return try connection.rows(PostingQueries.handOvers(of: posting))
                .map { row in
                    let tasks = try connection.rows(PostingQueries.tasks(of: row.column(0), in: posting.committee))
                    return try HandOverNote(row, of: posting, tasks: tasks.map { try $0.column(0) })
                }
        }
    }

    /// The postings of a territory that run, come, or left work behind, the latest first; at most 200.
    package func postings(under place: DivisionID? = nil, for actor: Actor) async throws -> [PostingLine] {
        let now = context.now
        let scope = try policy.scope(for: actor, .viewRoster, under: place, at: now)
        return try await database.read { connection in
            try connection.rows(PostingQueries.lines(in: scope, since: now.adding(hours: -24 * 14)))
                .map { PostingLine(posting: try Posting(row: $0), openTasks: try $0.column(10)) }
        }
    }

    /// Moves what is open to the successor and writes down what it was.
    private func hand(
        _ posting: Posting,
        to successor: AccountID,
        _ note: String,
        at now: Instant,
        _ connection: any Connection
    ) throws -> HandOverNote {
        guard note.contains(where: { !$0.isWhitespace }) else { throw RosterRefusal.noteMissing }
        guard successor != posting.account,
            try owners.isAppointed(successor, at: posting.committee, on: now, connection)
        else { throw RosterRefusal.successorUnfit }
        let handOver = HandOverNote(
            committee: posting.committee,
            id: context.newID(),
            posting: posting.id,
            successor: successor,
            at: now,
            note: String(note.prefix(500)),
            tasks: try DutyTasks.handOver(from: posting.account, to: successor, in: posting.committee, on: connection)
        )
        try connection.execute(PostingQueries.insert(handOver))
        let rows = handOver.tasks.map { [posting.committee.sqlValue, handOver.id.sqlValue, $0.sqlValue] }
        for part in StatementSizes.parts(of: rows) { try connection.execute(PostingQueries.insertTasks(part)) }
        return handOver
    }
}
