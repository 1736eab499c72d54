import Fanghu
import FanghuTesting
import Store
import Testing

/// The next door of a walk, notices on empty doors, and the counts of tours.
struct CanvassWalkTests {
    @Test(arguments: Engine.available)
    func `the next door comes after the last one visited, by number and not by letter, and round again`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(8..<12)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            var walk: [PlaceID] = []
            for outcome in [CanvassVisit.Outcome.met, .nobody, .met, .met] {
                let door = try #require(try await room.canvass.next(of: campaign.id, for: worker))
                walk.append(door.target.place)
                #expect(door.left == 5 - walk.count + (walk.count > 2 ? 1 : 0))
                var visit = room.visit(0, outcome)
                visit.place = door.target.place
                try await room.canvass.record(visit, of: campaign.id, by: worker)
                room.net.time.advance(minutes: 3)
            }
            #expect(walk == (8..<12).map(CanvassRoom.place))
            let again = try #require(try await room.canvass.next(of: campaign.id, for: worker))
            #expect(again.target.place == CanvassRoom.place(9) && again.visits.count == 1)
            try await room.canvass.record(room.visit(9), of: campaign.id, by: worker)
            #expect(try await room.canvass.next(of: campaign.id, for: worker) == nil)
        }
    }

    @Test(arguments: Engine.available)
    func `whoever has a team walks its doors first, and a door can be passed by`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<7)
            let campaign = try await room.open()
            let director = try await room.net.staff(.director)
            let worker = try await room.net.staff(.communityWorker)
            let account = try #require(worker.account)
            let team = try await room.canvass.addTeam("一组", members: [account], to: campaign.id, by: director)
            let places = [4, 6].map(CanvassRoom.place)
            _ = try await room.canvass.assign(
                CanvassSelection(places: places),
                of: campaign.id,
                team: team.id,
                by: director
            )
            let first = try #require(try await room.canvass.next(of: campaign.id, for: worker))
            #expect(first.target.place == places[0] && first.left == 2 && first.team == team)
            let second = try await room.canvass.next(of: campaign.id, after: first.target.key, for: worker)
            #expect(second?.target.place == places[1])
            for number in [4, 6] {
                try await room.canvass.record(room.visit(number), of: campaign.id, by: worker)
            }
            let other = try #require(try await room.canvass.next(of: campaign.id, for: worker))
            #expect(other.left == 4, "then everybody's")
        }
    }

    @Test(arguments: Engine.available)
    func `what is known of the next door is masked`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            var change = HouseholdChange(
                id: room.net.time.context.newID(),
                dwelling: CanvassRoom.place(1),
                basedOn: 0,
                presence: .living
            )
            change.head = "测试甲"
            change.phone = "13800138000"
            change.living = 3
            try await room.net.households.record(change, by: worker)
            let known = try #require(try await room.canvass.next(of: campaign.id, for: worker)?.household)
            #expect(known.head == "测**" && known.phone == "138****8000" && known.living == 3)
        }
    }

    @Test(arguments: Engine.available)
    func `a torn notice is a task for who answers for the door, until somebody is met`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<3)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            let cadre = try await room.net.staff(.secondedCadre)
            let (id, place) = (campaign.id, CanvassRoom.place(1))
            _ = try await room.net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .buildingGroup,
                    name: "2号",
                    owner: cadre.account,
                    cut: .places([place])
                ),
                by: worker
            )
            await #expect(throws: CanvassRefusal.markerNotWanted) {
                try await room.canvass.mark(.posted, at: place, of: id, by: worker)
            }
            try await room.canvass.record(room.visit(1, .nobody), of: id, by: worker)
            for event in [DoorMarker.Event.posted, .intact, .intact] {
                try await room.canvass.mark(event, at: place, of: id, by: worker)
            }
            #expect(try await room.canvass.marked(for: worker).targets.map(\.place) == [place])
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitTornMarker], for: worker).isEmpty)
            try await room.canvass.mark(.torn, at: place, of: id, by: worker)
            let tasks = try await room.net.dispatch.open(under: nil, kinds: [.visitTornMarker], for: worker)
            #expect(tasks.map(\.owner) == [cadre.account])
            #expect(tasks.map(\.subject) == [.canvassTarget(id, place)])
            try await room.canvass.record(room.visit(1, .nobody), of: id, by: worker)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitTornMarker], for: worker).count == 1)
            try await room.canvass.record(room.visit(1, .met), of: id, by: worker)
            #expect(try await room.net.dispatch.open(under: nil, kinds: [.visitTornMarker], for: worker).isEmpty)
            #expect(try await room.canvass.marked(for: worker).targets.isEmpty)
            try await ObservationFlowTests.verify(room.net)
        }
    }

    @Test(arguments: Engine.available)
    func `a task of an owner who sees no tasks goes to the committee`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<2)
            let campaign = try await room.open()
            let worker = try await room.net.staff(.communityWorker)
            let head = try await room.net.staff(.buildingHead)
            let place = CanvassRoom.place(1)
            _ = try await room.net.coverage.addPiece(
                CoveragePiece.Draft(
                    committee: Net.committee,
                    scheme: .buildingGroup,
                    name: "2号",
                    owner: head.account,
                    cut: .places([place])
                ),
                by: worker
            )
            try await room.canvass.record(room.visit(1, .nobody), of: campaign.id, by: head)
            try await room.canvass.mark(.posted, at: place, of: campaign.id, by: head)
            try await room.canvass.mark(.torn, at: place, of: campaign.id, by: head)
            let tasks = try await room.net.dispatch.open(under: nil, kinds: [.visitTornMarker], for: worker)
            #expect(tasks.map(\.owner) == [worker.account])
        }
    }

    @Test(arguments: Engine.available)
    func `person-times are counted a team, day and member, whatever the number of doors`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine) { database in
            let room = CanvassRoom(Net(database))
            try await room.addDwellings(1..<9)
            let campaign = try await room.open()
            let director = try await room.net.staff(.director)
            let worker = try await room.net.staff(.communityWorker)
            let cadre = try await room.net.staff(.secondedCadre)
            let members = Set([worker.account, cadre.account].compactMap(\.self))
            let team = try await room.canvass.addTeam("一组", members: members, heads: 3, to: campaign.id, by: director)
            _ = try await room.canvass.assign(CanvassSelection(), of: campaign.id, team: team.id, by: director)
            let visits: [(day: Int, members: Set<AccountID>?, helpers: Int, sum: Int)] = [
                (0, nil, 0, 1), (0, members, 2, 4), (0, members, 1, 4), (0, nil, 3, 5), (1, nil, 0, 6),
                (1, [], 2, 8),
            ]
            for (number, visit) in visits.enumerated() {
                room.net.time.move(to: "2020-02-\(10 + visit.day)T09:00:00+08:00")
                var draft = room.visit(number + 1)
                draft.members = visit.members
                draft.helpers = visit.helpers
                try await room.canvass.record(draft, of: campaign.id, by: worker)
                #expect(try await CanvassServiceTests.total(.canvassPersonTimes, room.net) == visit.sum)
            }
            try await room.canvass.record(room.visit(7), of: campaign.id, by: director)
            let progress = try await room.canvass.progress(of: campaign.id, for: director)
            #expect(progress.total.personTimes == 9, "the director went alone")
            #expect(progress.parts.allSatisfy { $0.lines.map(\.personTimes) == [9] })
            try await ObservationFlowTests.verify(room.net)
        }
    }
}
