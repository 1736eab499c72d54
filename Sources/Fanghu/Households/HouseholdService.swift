package import Store

/// Says who lives where: one dwelling or many at once, by the committee or by who has charge of the piece.
package struct HouseholdService: Sendable {
    let database: Database
    let policy: Policy
    let book: HouseholdBook
    let owners: OwnerBook
    let context: Context
    let announce: @Sendable ([CounterDelta]) -> Void

    /// The most changes that one call may bring.
    package static let largestBatch = 500

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        owners: OwnerBook,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        book = HouseholdBook(vault: vault)
        self.owners = owners
        self.context = context
        self.announce = announce
    }

    /// Takes one change; sent twice it is one.
    ///
    /// - Throws: `HouseholdRefusal.conflict` when somebody else changed the same field to another value since `basedOn`.
    @discardableResult
    package func record(_ change: HouseholdChange, by actor: Actor) async throws -> Household {
        let now = context.now
        let scope = try policy.scope(for: actor, .recordHouseholds, at: now)
        let change = try change.withCheckedPhones()
        let outcome = try await database.write { connection in
            let dwelling = try dwelling(change.dwelling, in: scope, on: connection)
            let authority = try policy.check(actor, .recordHouseholds, at: dwelling.committee, on: now)
            try checkCharge(of: actor, for: dwelling, at: now, on: connection)
            let outcome = try book.apply(change, in: dwelling.committee, by: authority, on: connection)
            guard !outcome.isRepeat else { return outcome }
            try Counters.apply(outcome.deltas, on: connection)
            try Audit.append([entry("household.record", dwelling.id, authority, dwelling.committee)], on: connection)
            return outcome
        }
        announce(outcome.deltas)
        return outcome.household
    }

    /// Takes many, each for itself: what a phone kept while there was no network.
    package func record(
        contentsOf changes: [HouseholdChange],
        by actor: Actor
    ) async throws -> [Result<Household, any Error>] {
        _ = try policy.scope(for: actor, .recordHouseholds, at: context.now)
        guard changes.count <= Self.largestBatch else { throw HouseholdRefusal.batchTooLarge(Self.largestBatch) }
        var results: [Result<Household, any Error>] = []
        for change in changes {
            do {
                results.append(.success(try await record(change, by: actor)))
            } catch let refusal as any Refusal {
                results.append(.failure(refusal))
            }
        }
        return results
    }

    /// Notes that a notice was posted or handed over, with its slip; sent twice it is one.
    package func postNotice(
        _ id: HouseholdChangeID,
        at dwelling: PlaceID,
        textVersion: String,
        receipt: String,
        by actor: Actor
    ) async throws {
        let now = context.now
        let scope = try policy.scope(for: actor, .recordHouseholds, at: now)
        guard (1...100).contains(receipt.count) else { throw HouseholdRefusal.textTooLong(100) }
        try await database.write { connection in
            let dwelling = try self.dwelling(dwelling, in: scope, on: connection)
            let authority = try policy.check(actor, .recordHouseholds, at: dwelling.committee, on: now)
            try checkCharge(of: actor, for: dwelling, at: now, on: connection)
            let notice = HouseholdNotice(
                committee: dwelling.committee,
                id: id,
                dwelling: dwelling.id,
                textVersion: textVersion,
                at: now,
                account: actor.account,
                receipt: receipt
            )
            guard try connection.execute(HouseholdQueries.insertNotice(notice)) == 1 else { return }
            try CoveredPlaces.hear(
                from: [dwelling.id],
                in: dwelling.committee,
                at: now,
                by: actor.account,
                on: connection
            )
            try Audit.append([entry("household.notice", dwelling.id, authority, dwelling.committee)], on: connection)
        }
    }

    /// The dwelling in the actor's territory; another one is not there.
    func dwelling(_ id: PlaceID, in scope: Scope, on connection: any Connection) throws -> Dwelling {
        guard let dwelling = try PlaceInventory.dwelling(id, in: scope, on: connection) else {
            throw HouseholdRefusal.unknownDwelling
        }
        return dwelling
    }

    /// The committee's staff write everywhere in it, others in the pieces of which they have charge now.
    func checkCharge(
        of actor: Actor,
        for dwelling: Dwelling,
        at instant: Instant,
        on connection: any Connection
    ) throws {
        if (try? policy.check(actor, .manageCoverage, at: dwelling.committee, on: instant)) != nil { return }
        guard let account = actor.account else { throw HouseholdRefusal.notYours }
        let isTheirs = try CoveredPlaces.isCovered(
            dwelling.id,
            in: dwelling.committee,
            by: account,
            at: instant,
            on: connection
        )
        guard isTheirs else { throw HouseholdRefusal.notYours }
    }

    func entry(
        _ act: String,
        _ dwelling: PlaceID,
        _ authority: Authority,
        _ committee: DivisionID
    ) -> AuditEntry.Draft {
        AuditEntry.Draft(committee: committee, authority: authority, act: act, subject: "dwelling:\(dwelling)")
    }
}

extension HouseholdChange {
    /// The same with its numbers in one form; refuses what is no number.
    fileprivate func withCheckedPhones() throws -> HouseholdChange {
        var change = self
        if let phone, !phone.isEmpty { change.phone = try PhoneNumber.parse(phone).value.e164 }
        if let landlord, let phone = landlord.phone, !phone.isEmpty {
            let number = try PhoneNumber.parse(phone).value.e164
            change.landlord = HouseholdDetails.Landlord(name: landlord.name, phone: number)
        }
        return change
    }
}
