import Store

// Who goes where: teams, and which door lies in which area and is whose.

extension CanvassService {
    private static let mostHeads = 100

    /// Makes a team of staff, of heads without an account, or of both.
    package func addTeam(
        _ name: String,
        members: Set<AccountID> = [],
        heads: Int = 0,
        to id: CanvassCampaignID,
        by actor: Actor
    ) async throws -> CanvassTeam {
        let name = CanvassText.plain(name)
        guard (1...40).contains(name.count) else { throw CanvassRefusal.nameMissing }
        guard (0...Self.mostHeads).contains(heads) else { throw CanvassRefusal.headsWrong(Self.mostHeads) }
        guard !members.isEmpty || heads > 0 else { throw CanvassRefusal.teamEmpty }
        let newID: CanvassTeamID = context.newID()
        return try await database.write { connection in
            let (campaign, _, authority) = try managed(id, by: actor, on: connection)
            guard campaign.state != .closed else { throw CanvassRefusal.notOpen }
            let fit = Set(try colleagues(in: campaign, on: connection))
            guard members.isSubset(of: fit) else { throw CanvassRefusal.memberUnfit }
            let team = CanvassTeam(place: campaign.place, id: newID, name: name, heads: heads, members: members)
            guard try !connection.rows(CanvassQueries.insert(team, of: id)).isEmpty else {
                throw CanvassRefusal.nameTaken
            }
            let rows = members.sorted()
                .map { [campaign.place.sqlValue, id.sqlValue, newID.sqlValue, $0.sqlValue] }
            if !rows.isEmpty { try connection.execute(CanvassQueries.insertMembers(rows)) }
            let detail = "team \(newID), members \(members.count), heads \(heads)"
            try Audit.append([entry("canvass.addTeam", campaign, authority, detail)], on: connection)
            return team
        }
    }

    /// Gives all targets of a selection to an area, a team or both in one act; answers how many.
    package func assign(
        _ selection: CanvassSelection,
        of id: CanvassCampaignID,
        toArea area: String? = nil,
        team: CanvassTeamID? = nil,
        by actor: Actor
    ) async throws -> Int {
        guard area != nil || team != nil else { throw CanvassRefusal.nothingAssigned }
        return try await database.write { connection in
            let (campaign, scope, authority) = try managed(id, by: actor, on: connection)
            guard campaign.state == .open else { throw CanvassRefusal.notOpen }
            if let area {
                let known = try connection.rows(CanvassQueries.areas(of: campaign))
                    .map { try $0.column(0, as: String.self) }
                guard known.contains(area) else { throw CanvassRefusal.unknownArea }
            }
            if let team {
                guard try teams(of: campaign, on: connection).contains(where: { $0.id == team }) else {
                    throw CanvassRefusal.unknownTeam
                }
            }
            let number = try connection.execute(CanvassQueries.assign(selection, of: id, in: scope, to: area, team))
            guard number > 0 else { throw CanvassRefusal.nothingSelected }
            let detail = "targets \(number), team \(team?.text ?? "-")"
            try Audit.append([entry("canvass.assign", campaign, authority, detail)], on: connection)
            return number
        }
    }

    /// Who can be in a team: everybody appointed at the campaign's place, above it, or in one of its committees.
    package func colleagues(in id: CanvassCampaignID, for actor: Actor) async throws -> [AccountID] {
        try await database.read { connection in
            let (campaign, _, _) = try managed(id, by: actor, on: connection)
            return try colleagues(in: campaign, on: connection)
        }
    }

    private func colleagues(in campaign: CanvassCampaign, on connection: any Connection) throws -> [AccountID] {
        let tree = territory()
        let below = tree.divisions.filter { !$0.isRetired && tree.contains($0.id, in: campaign.place) }.map(\.id)
        let places = Set(tree.path(to: campaign.place).map(\.id) + below)
        return try Seats.held(as: Role.visiting, at: places.sorted(), after: context.now, connection)
            .map(\.account)
            .reduce(into: []) { seen, account in if !seen.contains(account) { seen.append(account) } }
    }

    func teams(of campaign: CanvassCampaign, on connection: any Connection) throws -> [CanvassTeam] {
        var members: [CanvassTeamID: Set<AccountID>] = [:]
        for row in try connection.rows(CanvassQueries.members(of: campaign)) {
            members[try row.column(0), default: []].insert(try row.column(1))
        }
        return try connection.rows(CanvassQueries.teams(of: campaign))
            .map { row in
                let id: CanvassTeamID = try row.column(0)
                return CanvassTeam(
                    place: campaign.place,
                    id: id,
                    name: try row.column(1),
                    heads: try row.column(2),
                    members: members[id] ?? []
                )
            }
    }
}

extension Role {
    /// The roles that may go from door to door.
    static let visiting = Role.allCases.filter { $0.permissions.contains(.visit) }
}
