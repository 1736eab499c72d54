import Foundation
import Store

// What visitors say of a door: written once, counted, and told to the rooms that it concerns.

extension CanvassService {
    /// What came of a visit.
    package struct Visited: Sendable {
        package let target: CanvassTarget
        /// The same visit had come before.
        package let isRepeat: Bool
    }

    /// Takes one visit; sent twice it is one.
    @discardableResult
    package func record(
        _ draft: CanvassVisit.Draft,
        of id: CanvassCampaignID,
        by actor: Actor
    ) async throws -> Visited {
        let scope = try policy.scope(for: actor, .visit, at: context.now)
        let digest = try digest(of: draft, id)
        let (visited, deltas) = try await database.write { connection -> (Visited, [CounterDelta]) in
            let door = try door(draft.place, of: id, in: scope, for: actor, on: connection)
            let stored = CanvassQueries.digest(of: draft.id, in: door.target.committee)
            if let earlier = try connection.value(stored, as: [UInt8].self) {
                guard earlier == digest else { throw CanvassRefusal.idTaken }
                return (Visited(target: door.target, isRepeat: true), [])
            }
            let (target, deltas) = try write(draft, digest, at: door, on: connection)
            try Counters.apply(deltas, on: connection)
            let detail = "place \(target.place), \(draft.outcome.rawValue)"
            try Audit.append(
                [entry("canvass.visit", door.campaign, door.authority, at: target.committee, detail)],
                on: connection
            )
            return (Visited(target: target, isRepeat: false), deltas)
        }
        announce(deltas)
        return visited
    }

    /// Takes many, each for itself: what a phone kept while there was no network.
    package func record(
        contentsOf drafts: [CanvassVisit.Draft],
        of id: CanvassCampaignID,
        by actor: Actor
    ) async throws -> [Result<Visited, any Error>] {
        _ = try await setup(of: id, for: actor)
        guard drafts.count <= Self.largestBatch else { throw CanvassRefusal.batchTooLarge(Self.largestBatch) }
        var results: [Result<Visited, any Error>] = []
        for draft in drafts {
            do {
                results.append(.success(try await record(draft, of: id, by: actor)))
            } catch let refusal as any Refusal {
                results.append(.failure(refusal))
            }
        }
        return results
    }

    /// A target in front of which somebody stands who may.
    struct Door {
        let campaign: CanvassCampaign
        let target: CanvassTarget
        let authority: Authority
    }

    /// The target within the actor's territory and, for heads and volunteers, within their pieces and teams.
    func door(
        _ place: PlaceID,
        of id: CanvassCampaignID,
        in scope: Scope,
        for actor: Actor,
        on connection: any Connection
    ) throws -> Door {
        let campaign = try campaign(id, in: scope, on: connection)
        let statement = CanvassQueries.target(place, of: id, in: scope)
        guard let target = try connection.first(statement, as: CanvassTarget.self) else {
            throw CanvassRefusal.unknownTarget
        }
        let now = context.now
        let authority = try policy.check(actor, .visit, at: target.committee, on: now)
        if !isEverywhere(actor, at: target.committee) {
            guard let account = actor.account else { throw CanvassRefusal.notYours }
            let own = CanvassQueries.isOwn(place, of: id, in: target.committee, account, at: now)
            guard try connection.value(own, as: Int.self) ?? 0 > 0 else { throw CanvassRefusal.notYours }
        }
        return Door(campaign: campaign, target: target, authority: authority)
    }

    /// The committee's staff call anywhere in it, others in their own pieces and teams.
    func isEverywhere(_ actor: Actor, at committee: DivisionID) -> Bool {
        (try? policy.check(actor, .manageCoverage, at: committee, on: context.now)) != nil
    }

    private func write(
        _ draft: CanvassVisit.Draft,
        _ digest: [UInt8],
        at door: Door,
        on connection: any Connection
    ) throws -> (CanvassTarget, [CounterDelta]) {
        guard door.campaign.state == .open, let openedAt = door.campaign.openedAt else { throw CanvassRefusal.notOpen }
        try draft.check(kind: door.target.kind, openedAt: openedAt, now: door.authority.instant)
        let team = try team(of: draft, at: door, on: connection)
        let members = try draft.present(of: team, own: door.authority.account)
        let visit = CanvassVisit(
            committee: door.target.committee,
            id: draft.id,
            campaign: door.campaign.id,
            place: draft.place,
            outcome: draft.outcome,
            channel: draft.channel,
            at: draft.at ?? door.authority.instant,
            account: door.authority.account,
            team: team?.id,
            helpers: draft.helpers,
            receipt: draft.receipt?.how
        )
        var deltas = try countTour(of: visit, members, on: connection)
        try insert(visit, members, draft, digest, door.authority, on: connection)
        deltas.append(CounterDelta(visit.committee, .canvassVisits, on: visit.at.day))
        deltas += try tellHousehold(draft, at: door, on: connection)
        let (target, changes) = try move(door.target, by: visit, of: door, on: connection)
        return (target, deltas + changes)
    }

    /// The team on whose tour the visit counts: the door's, when the visitor or those who were there are of it.
    private func team(
        of draft: CanvassVisit.Draft,
        at door: Door,
        on connection: any Connection
    ) throws -> CanvassTeam? {
        let teams = try teams(of: door.campaign, on: connection)
        let isOwn = { (team: CanvassTeam) in door.authority.account.map(team.members.contains) ?? false }
        if let team = teams.first(where: { $0.id == door.target.team }),
            isOwn(team) || draft.members != nil || draft.helpers > 0
        {
            return team
        }
        return teams.first(where: isOwn)
    }

    /// How many person-times the visit adds to its tour.
    ///
    /// Two visits of one tour at once would both find it without the other's people. They cannot commit so: both change
    /// the committee's counters, one of them is a conflict, and runs again.
    private func countTour(
        of visit: CanvassVisit,
        _ members: Set<AccountID>,
        on connection: any Connection
    ) throws -> [CounterDelta] {
        let tour = CanvassTour(
            committee: visit.committee,
            campaign: visit.campaign,
            team: visit.team,
            day: visit.at.day
        )
        let known = try connection.rows(CanvassQueries.tourMembers(of: tour))
            .map { row throws in try row.column(0, as: AccountID.self) }
        let helpers = try connection.value(CanvassQueries.tourHelpers(of: tour), as: Int.self) ?? 0
        let added = CanvassTour.added(by: members, helpers: visit.helpers, to: (Set(known), helpers))
        return [CounterDelta(visit.committee, .canvassPersonTimes, on: tour.day, by: added)]
    }

    private func insert(
        _ visit: CanvassVisit,
        _ members: Set<AccountID>,
        _ draft: CanvassVisit.Draft,
        _ digest: [UInt8],
        _ authority: Authority,
        on connection: any Connection
    ) throws {
        let details = CanvassVisit.Details(
            receivedBy: draft.receipt?.name,
            remarks: draft.remarks,
            withPolice: draft.withPolice
        )
        let sealed = try vault.seal(details, at: CanvassVisit.sealedPlace(of: visit.id, in: visit.committee))
        let stored = StoredVisit(authority: authority, digest: digest, details: sealed)
        guard try !connection.rows(CanvassQueries.insert(visit, stored)).isEmpty else { throw CanvassRefusal.idTaken }
        let rows = members.sorted()
            .map { member in
                [
                    visit.committee.sqlValue, visit.id.sqlValue, member.sqlValue, visit.campaign.sqlValue,
                    (visit.team?.text ?? "").sqlValue, visit.at.day.sqlValue, visit.place.sqlValue,
                ]
            }
        if !rows.isEmpty { try connection.execute(CanvassQueries.insertVisitMembers(rows)) }
    }

    /// Keyed, so that the stored hash of a short answer tells nothing.
    private func digest(of draft: CanvassVisit.Draft, _ campaign: CanvassCampaignID) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var plain = draft
        // A set has no order of its own.
        let members = draft.members.map { $0.sorted().map(\.text).joined(separator: ",") } ?? "-"
        plain.members = nil
        let text = String(decoding: try encoder.encode(plain), as: UTF8.self) + members + campaign.text
        return Array(vault.hash(text, of: .secret).prefix(16))
    }
}
