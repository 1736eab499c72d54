import Fanghu
import FanghuTesting
import Store
import Testing

/// Who may do what at which door: the committee's staff in it, heads and volunteers at their own, no neighbour.
struct CanvassScopeTests {
    @Test(arguments: Engine.available)
    func `no neighbour sees, visits, assigns or ends a committee's campaign`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            let campaign = try await room.open()
            for place in [Net.neighbour, Net.stranger] {
                let neighbour = try await room.net.staff(.director, at: place)
                let id = campaign.id
                #expect(try await room.canvass.campaigns(for: neighbour).campaigns.isEmpty)
                let acts: [() async throws -> Void] = [
                    { _ = try await room.canvass.setup(of: id, for: neighbour) },
                    { _ = try await room.canvass.progress(of: id, for: neighbour) },
                    { _ = try await room.canvass.targets(of: id, for: neighbour) },
                    { _ = try await room.canvass.next(of: id, for: neighbour) },
                    { _ = try await room.canvass.record(room.visit(1), of: id, by: neighbour) },
                    { _ = try await room.canvass.addTeam("一组", heads: 1, to: id, by: neighbour) },
                    { _ = try await room.canvass.assign(CanvassSelection(), of: id, toArea: "西片", by: neighbour) },
                    { _ = try await room.canvass.takeIn(id, by: neighbour) },
                    { _ = try await room.canvass.mark(.posted, at: CanvassRoom.place(1), of: id, by: neighbour) },
                    {
                        _ = try await room.canvass.explain(
                            CanvassRoom.place(1),
                            of: id,
                            reason: "拆迁",
                            by: neighbour
                        )
                    },
                    { _ = try await room.canvass.close(id, by: neighbour) },
                ]
                for act in acts { await #expect(throws: CanvassRefusal.unknownCampaign) { try await act() } }
                #expect(try await room.canvass.marked(for: neighbour).targets.isEmpty)
                #expect(try await room.canvass.explanations(of: id, for: neighbour).isEmpty)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a committee sees its part of the township's campaign, and ends nothing of it`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            try await room.addDwellings(3..<8, in: Net.neighbour)
            let office = try await room.net.staff(.preventionOffice, at: Net.township)
            let campaign = try await room.open(at: Net.township, by: office)
            let director = try await room.net.staff(.director)
            #expect(try await room.canvass.campaigns(for: director).campaigns == [campaign])
            #expect(try await room.canvass.targets(of: campaign.id, for: director).total == 2)
            #expect(try await room.canvass.progress(of: campaign.id, for: director).total.targets == 2)
            #expect(try await room.canvass.progress(of: campaign.id, for: office).total.targets == 7)
            await #expect(throws: CanvassRefusal.unknownTarget) {
                try await room.canvass.record(room.visit(3), of: campaign.id, by: director)
            }
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await room.canvass.close(campaign.id, by: director)
            }
            #expect(!room.canvass.mayManage(campaign, director) && room.canvass.mayManage(campaign, office))
            await #expect(throws: AccessRefusal.outsideTerritory) {
                _ = try await room.open(at: Net.township, by: director)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a building head calls in their own piece, a volunteer at their team's doors, nowhere else`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<5)
            let campaign = try await room.open()
            let director = try await room.net.staff(.director)
            let head = try await room.net.staff(.buildingHead)
            let volunteer = try await room.net.staff(.volunteer)
            _ = try await room.net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .buildingGroup,
                    name: "2号",
                    owner: head.account,
                    cut: .places([CanvassRoom.place(1)])
                ),
                by: director
            )
            let account = try #require(volunteer.account)
            let team = try await room.canvass.addTeam("一组", members: [account], to: campaign.id, by: director)
            let selection = CanvassSelection(places: [CanvassRoom.place(2), CanvassRoom.place(3)])
            #expect(try await room.canvass.assign(selection, of: campaign.id, team: team.id, by: director) == 2)
            try await room.canvass.record(room.visit(1), of: campaign.id, by: head)
            try await room.canvass.record(room.visit(2), of: campaign.id, by: volunteer)
            for (actor, number) in [(head, 2), (head, 4), (volunteer, 1), (volunteer, 4)] {
                await #expect(throws: CanvassRefusal.notYours) {
                    try await room.canvass.record(room.visit(number), of: campaign.id, by: actor)
                }
                await #expect(throws: CanvassRefusal.notYours) {
                    try await room.canvass.door(at: CanvassRoom.place(number), of: campaign.id, for: actor)
                }
            }
            #expect(
                try await room.canvass.targets(of: campaign.id, for: head).places.map(\.place) == [CanvassRoom.place(1)]
            )
            #expect(try await room.canvass.targets(of: campaign.id, for: volunteer).total == 2)
            await #expect(throws: AccessRefusal.notPermitted(.manageCoverage)) {
                try await room.canvass.progress(of: campaign.id, for: head)
            }
        }
    }

    @Test(arguments: Engine.available)
    func `a team takes only who is appointed there, once under a name`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            let campaign = try await room.open(areas: ["西片"])
            let director = try await room.net.staff(.director)
            let stranger = try #require(try await room.net.staff(.communityWorker, at: Net.stranger).account)
            await #expect(throws: CanvassRefusal.memberUnfit) {
                try await room.canvass.addTeam("一组", members: [stranger], to: campaign.id, by: director)
            }
            await #expect(throws: CanvassRefusal.teamEmpty) {
                try await room.canvass.addTeam("一组", to: campaign.id, by: director)
            }
            let team = try await room.canvass.addTeam("一组", heads: 4, to: campaign.id, by: director)
            await #expect(throws: CanvassRefusal.nameTaken) {
                try await room.canvass.addTeam(" 一组 ", heads: 1, to: campaign.id, by: director)
            }
            await #expect(throws: CanvassRefusal.unknownArea) {
                try await room.canvass.assign(CanvassSelection(), of: campaign.id, toArea: "东片", by: director)
            }
            await #expect(throws: CanvassRefusal.nothingSelected) {
                try await room.canvass.assign(
                    CanvassSelection(street: "兰溪路"),
                    of: campaign.id,
                    team: team.id,
                    by: director
                )
            }
            let street = CanvassSelection(kind: .dwelling, street: "柳荫路1弄")
            #expect(
                try await room.canvass.assign(street, of: campaign.id, toArea: "西片", team: team.id, by: director) == 2
            )
            let progress = try await room.canvass.progress(of: campaign.id, for: director)
            #expect(
                progress.parts.map { $0.lines.map(\.key) } == [["310105002001"], ["西片"], ["dwelling"], [""], ["一组"]]
            )
        }
    }
}
