package import Store

/// Posts at gates, on roads and at tables: who stands there, who passes, and what the gatekeeper is told.
package struct GateService: Sendable {
    let database: Database
    let policy: Policy
    let people: People
    let owners: OwnerBook
    let measures: MeasureService
    let protocols: @Sendable () -> ProtocolBook
    let limits: GateLimits
    let announce: @Sendable ([CounterDelta]) -> Void

    var context: Context { people.context }
    var vault: Vault { people.vault }
    var places: PlacesService { measures.places }

    package init(
        database: Database,
        policy: Policy,
        people: People,
        owners: OwnerBook,
        measures: MeasureService,
        protocols: @escaping @Sendable () -> ProtocolBook,
        limits: GateLimits = GateLimits(),
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.people = people
        self.owners = owners
        self.measures = measures
        self.protocols = protocols
        self.limits = limits
        self.announce = announce
    }

    /// A post, or an open gate without one, with who stands there now.
    package struct Line: Sendable {
        /// Of a gate without a post, what one would be.
        package let post: GatePost
        package let hasPost: Bool
        package let compoundName: String?
        package let staffing: Staffing
        /// In force now or within the next day, by their beginnings.
        package let shifts: [DutyShift]
    }

    /// How a territory's posts are staffed at an instant.
    package struct Tally: Sendable, Equatable {
        package let all: Int
        package let open: Int
        package let empty: Int

        package init(all: Int, open: Int, empty: Int) {
            self.all = all
            self.open = open
            self.empty = empty
        }
    }

    /// One page of posts.
    package struct Listed: Sendable {
        package let lines: [Line]
        package let tally: Tally
        package let next: GateKey?
    }

    /// The posts of a territory with who stands there now; every open gate is on the list, staffed or empty.
    package func list(
        under place: DivisionID? = nil,
        after key: GateKey = .start,
        limit: Int = 100,
        for actor: Actor
    ) async throws -> Listed {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageGates, under: place, at: now)
        let limit = min(max(limit, 1), 1000)
        return try await database.read { connection in
            let rows = try connection.rows(GateQueries.lines(in: scope, after: key, limit: limit + 1))
            let shown = try rows.prefix(limit)
                .map { row in
                    (
                        post: try GatePost(row: row), compound: try row.column(9, as: String?.self),
                        isOpen: try row.column(10, as: Bool.self), hasPost: try row.column(11, as: Bool.self)
                    )
                }
            let shifts = try shifts(at: shown.filter(\.hasPost).map(\.post), after: now, on: connection)
            let lines = shown.map { post, compound, isOpen, hasPost in
                Line(
                    post: post,
                    hasPost: hasPost,
                    compoundName: compound,
                    // A locked gate needs nobody.
                    staffing: isOpen ? Staffing(of: post, shifts[post.id] ?? [], at: now) : .closed,
                    shifts: shifts[post.id] ?? []
                )
            }
            return Listed(
                lines: lines,
                tally: try tally(in: scope, at: now, on: connection),
                next: rows.count > limit
                    ? lines.last.map { GateKey(committee: $0.post.committee.rawValue, id: $0.post.id.text) } : nil
            )
        }
    }

    /// Sets up a post at a gate or checkpoint of the register, or at a table of its own.
    package func addPost(_ draft: GatePost.Draft, by actor: Actor) async throws -> GatePost {
        let now = context.now
        let authority = try policy.check(actor, .manageGates, at: draft.committee, on: now)
        try await checkPlace(of: draft, for: actor)
        let post = try GatePost.planned(draft, as: context.newID())
        try await database.write { connection in
            guard try !connection.rows(GateQueries.insert(post, at: now)).isEmpty else { throw GateRefusal.postTaken }
            try Audit.append([entry("gates.addPost", "post:\(post.id)", authority, post.committee)], on: connection)
        }
        return post
    }

    /// A post for those who keep or manage gates there.
    package func post(_ id: GatePostID, for actor: Actor, _ permission: Permission) async throws -> GatePost {
        let scope = try policy.scope(for: actor, permission, at: context.now)
        return try await database.read { try post(id, in: scope, on: $0) }
    }

    func post(_ id: GatePostID, in scope: Scope, on connection: any Connection) throws -> GatePost {
        guard let post = try connection.first(GateQueries.post(id, in: scope), as: GatePost.self) else {
            throw GateRefusal.unknownPost
        }
        return post
    }

    func entry(
        _ act: String,
        _ subject: String,
        _ authority: Authority,
        _ committee: DivisionID,
        _ detail: String? = nil
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(committee: committee, authority: authority, act: act, subject: subject, detail: detail)
    }

    /// A gate stands in the register of the committee and is open; a table stands anywhere.
    private func checkPlace(of draft: GatePost.Draft, for actor: Actor) async throws {
        guard draft.kind == .gate else {
            guard draft.compound == nil, draft.place == nil else { throw GateRefusal.unknownPlace }
            return
        }
        guard let id = draft.compound, let gate = draft.place else { throw GateRefusal.unknownPlace }
        let compound = try await places.compound(id, for: actor)
        guard compound.committee == draft.committee, !compound.isClosed,
            try await places.gates(of: compound).contains(where: { $0.id == gate && $0.isOpen })
        else { throw GateRefusal.unknownPlace }
    }

    private func tally(in scope: Scope, at now: Instant, on connection: any Connection) throws -> Tally {
        guard let row = try connection.rows(GateQueries.tally(in: scope, at: now)).first else {
            throw RowFault.missingColumn(0)
        }
        return Tally(all: try row.column(0), open: try row.column(1), empty: try row.column(2))
    }

    /// Who stands at some posts now or within the next day.
    func shifts(
        at posts: [GatePost],
        after now: Instant,
        on connection: any Connection
    ) throws -> [GatePostID: [DutyShift]] {
        guard !posts.isEmpty else { return [:] }
        let found: [DutyShift] = try connection.all(GateQueries.shifts(at: posts, after: now))
        return Dictionary(grouping: found.filter { $0.from < now.adding(hours: 24) }, by: \.post)
    }
}
