package import Store

/// Begins drills and lists them.
package struct DrillService: Sendable {
    private let database: Database
    private let policy: Policy
    private let context: Context

    package init(database: Database, policy: Policy, context: Context) {
        self.database = database
        self.policy = policy
        self.context = context
    }

    /// Puts an old version into force again at a place from a day on.
    ///
    /// Refused where a drill holds already: which of two would count, nobody could tell.
    package func begin(_ drill: Drill, by actor: Actor) async throws {
        let authority = try policy.check(actor, .administerProtocols, at: drill.place, on: context.now)
        try await database.write { connection in
            guard try connection.value(ProtocolQueries.overlapping(drill), as: Int.self) == 0 else {
                throw ProtocolRefusal.drillUnderWay
            }
            try connection.execute(ProtocolQueries.insert(drill))
            let entry = AuditEntry.Draft(
                committee: drill.place,
                authority: authority,
                act: "protocols.beginDrill",
                subject: "place:\(drill.place)",
                detail: "\(drill.version) from \(drill.from.iso)"
            )
            try Audit.append([entry], on: connection)
        }
    }

    /// Ends the drill of a place; who is observed by its rules stays so until released.
    ///
    /// - Parameter day: the first on which it is over; not before it began.
    package func end(at place: DivisionID, on day: CivilDate, by actor: Actor) async throws -> Drill {
        let authority = try policy.check(actor, .administerProtocols, at: place, on: context.now)
        return try await database.write { connection in
            let running = try connection.first(ProtocolQueries.running(at: place, on: day), as: Drill.self)
            guard let drill = running else { throw ProtocolRefusal.noDrill }
            let end = max(day, drill.from)
            try connection.execute(ProtocolQueries.end(drill, on: end))
            let entry = AuditEntry.Draft(
                committee: place,
                authority: authority,
                act: "protocols.endDrill",
                subject: "place:\(place)",
                detail: "\(drill.version) until \(end.iso)"
            )
            try Audit.append([entry], on: connection)
            return Drill(place: place, version: drill.version, from: drill.from, to: end)
        }
    }

    /// Every drill there ever was, oldest first.
    package func drills() async throws -> [Drill] {
        try await database.read { connection in try connection.all(ProtocolQueries.drills) }
    }
}
