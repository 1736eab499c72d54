import Foundation
package import Store

/// What the register knows of somebody who signs.
package struct Signatory: Sendable {
    /// Nil where the document does not tell.
    package let born: CivilDate?
    package let phone: String?

    package init(born: CivilDate?, phone: String?) {
        self.born = born
        self.phone = phone
    }
}

/// Asks the register who signs, in the transaction of the signature.
package typealias SignatoryReader = @Sendable (PersonID, DivisionID, any Connection) throws -> Signatory

/// What the person typed on their own page.
package struct CommitmentByCode: Sendable {
    package let code: String
    /// The guardian's name, for those under 18.
    package let guardian: String?
    package let hasAgreed: Bool
    /// The version of the text that stood on the page.
    package let textVersion: String

    package init(code: String, guardian: String?, hasAgreed: Bool, textVersion: String) {
        self.code = code
        self.guardian = guardian
        self.hasAgreed = hasAgreed
        self.textVersion = textVersion
    }
}

extension ObservationService {
    /// Makes the code that a worker reads out; an older one is worth nothing from then on.
    ///
    /// Refused while the rules would refuse a signature: home not checked, notice missing, signed already.
    package func makeCommitmentCode(
        for id: ObservationID,
        textVersion: String,
        reading signatory: @escaping SignatoryReader,
        limits: CommitmentCodeLimits = CommitmentCodeLimits(),
        by actor: Actor
    ) async throws -> MadeCommitmentCode {
        let now = context.now
        let scope = try policy.scope(for: actor, .manageObservations, at: now)
        let digits = context.randomBytes(4).reduce(0) { $0 << 8 | UInt64($1) } % 1_000_000
        let code = String(String(1_000_000 + digits).suffix(6))
        let end = now.adding(minutes: limits.minutes)
        try await database.write { connection in
            let statement = ObservationQueries.observation(id, in: scope)
            guard let row = try connection.first(statement, as: ObservationRow.self) else {
                throw ObservationRequestRefusal.unknownObservation
            }
            let authority = try policy.check(actor, .manageObservations, at: row.key.committee, on: now)
            guard let account = authority.account else { throw ObservationRequestRefusal.notAcceptedOverLink }
            _ = try row.state.afterCommitment(facts(about: row, at: now))
            let phone = try signatory(row.person, row.key.committee, connection).phone
            guard phone != nil else { throw CommitmentCodeRefusal.noPhone }
            try connection.execute(
                CommitmentCodeQueries.put(
                    row.key,
                    hash: vault.hash(CommitmentCode.text(code, for: row.key), of: .secret),
                    textVersion: textVersion,
                    madeBy: account,
                    at: now,
                    until: end
                )
            )
            try Audit.append([entry("codeMade", row.key, authority)], on: connection)
        }
        return MadeCommitmentCode(code: code, expiresAt: end)
    }

    /// The observed person signs with the code that was read out to them.
    ///
    /// A wrong try is counted and stands in the record, so it commits before it is refused.
    package func signCommitment(
        _ signing: CommitmentByCode,
        reading signatory: @escaping SignatoryReader,
        limits: CommitmentCodeLimits = CommitmentCodeLimits(),
        by actor: Actor
    ) async throws -> ObservationRow {
        guard case .observee(let observee) = actor else { throw ObservationRequestRefusal.unknownLink }
        guard signing.hasAgreed else { throw CommitmentCodeRefusal.notReadTheText }
        let key = ObservationKey(committee: observee.committee, id: observee.observation)
        let authority = Authority(account: nil, actorKind: actor.kind, role: nil, instant: context.now)
        let answer = try await database.write { connection -> Result<(ObservationRow, [CounterDelta]), any Error> in
            guard let row = try connection.first(ObservationQueries.observation(key), as: ObservationRow.self) else {
                throw ObservationRequestRefusal.unknownLink
            }
            let facts = try facts(about: row, at: authority.instant)
            _ = try row.state.afterCommitment(facts)
            guard let code = try connection.first(CommitmentCodeQueries.code(of: key), as: CommitmentCode.self) else {
                throw CommitmentCodeRefusal.none
            }
            try code.checkWorth(at: authority.instant, limits: limits)
            let taken: Int? = try connection.value(CommitmentCodeQueries.takeTry(code, of: limits.tries))
            guard let taken else { throw CommitmentCodeRefusal.locked }
            let given = vault.hash(CommitmentCode.text(signing.code, for: key), of: .secret)
            guard SafeComparison.equal(given, code.hash) else {
                try Audit.append([entry("codeWrong", key, authority)], on: connection)
                return .failure(limits.refusal(ofTry: taken))
            }
            let signer = try signatory(row.person, key.committee, connection)
            let commitment = try signing.commitment(with: code, by: signer, at: authority.instant)
            return .success(try sign(row, commitment, with: code, facts, authority, on: connection))
        }
        let (row, deltas) = try answer.get()
        announce(deltas)
        return row
    }

    private func sign(
        _ row: ObservationRow,
        _ commitment: Commitment,
        with code: CommitmentCode,
        _ facts: ObservationFacts,
        _ authority: Authority,
        on connection: any Connection
    ) throws -> (ObservationRow, [CounterDelta]) {
        guard try connection.execute(CommitmentCodeQueries.use(code)) == 1 else { throw CommitmentCodeRefusal.none }
        let step = try ObservationStep(.committed(commitment), to: row, given: facts, by: authority)
        let content = try JSONEncoder().encode(SignedCommitment(commitment: commitment, image: nil)).bytes
        let place = SealedPlace("commitment.sealed", committee: row.key.committee, id: row.key.id)
        let sealed = try vault.seal(bytes: content, at: place)
        try connection.execute(ObservationQueries.insertCommitment(row.key, commitment, sealed: sealed))
        return (step.after, try write([step], on: connection))
    }

    /// The code itself never stands in the record.
    private func entry(_ act: String, _ key: ObservationKey, _ authority: Authority) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: key.committee,
            authority: authority,
            act: "observation.\(act)",
            subject: "observation:\(key.id)"
        )
    }
}

extension CommitmentByCode {
    /// The commitment as it is kept: the text of the code's version, witnessed by who read the code out.
    fileprivate func commitment(
        with code: CommitmentCode,
        by signatory: Signatory,
        at now: Instant
    ) throws -> Commitment {
        try Commitment.Draft(
            textVersion: textVersion,
            signer: guardian.map { .guardian(name: $0) } ?? .observee,
            signature: .oneTimeCode(phone: signatory.phone ?? ""),
            witness: code.madeBy,
            // The page stays readable behind the person's own link.
            copyGiven: true
        )
        .checked(currentText: code.textVersion, born: signatory.born, takenBy: nil, now: now)
    }
}

extension People {
    /// Who signs a commitment.
    package var signatory: SignatoryReader {
        { id, committee, connection in
            let reference = PersonReference(committee: committee, id: id)
            guard let details = try person(reference, on: connection)?.details else {
                throw ObservationRequestRefusal.unknownObservation
            }
            return Signatory(born: details.birthDate, phone: details.phones.first?.e164)
        }
    }
}

extension ObservationService {
    /// Who signs for an observation: a guardian signs for anybody under 18, whatever the form says.
    package func signatory(
        of id: ObservationID,
        _ read: @escaping SignatoryReader,
        for actor: Actor
    ) async throws -> Signatory {
        let row = try await observationToManage(id, for: actor)
        return try await database.read { connection in try read(row.person, row.key.committee, connection) }
    }
}
