import Fanghu
import FanghuTesting
import Store
import Testing

/// What all compounds do and what one does besides, with dates and contradictions.
struct MeasureTests {
    static let start = RosterRuleTests.at("10T08:00:00")

    static func measure(
        _ number: Int,
        _ kind: Measure.Kind,
        at place: DivisionID = Net.committee,
        compound: PlaceID? = nil,
        from: Int = 0,
        to: Int? = nil
    ) -> Measure {
        Measure(
            committee: place,
            id: MeasureID(checked: "00000000-0000-7000-8000-00000000d00\(number)"),
            compound: compound,
            kind: kind,
            text: Words("措施", "measure"),
            from: start.adding(hours: from),
            to: to.map { start.adding(hours: $0) },
            decision: "防控办〔2020〕1号"
        )
    }

    @Test func `a sheet tells what all do from what this one does besides, now, later and before`() {
        let all = [
            Self.measure(1, .temperatureAtGate, at: Net.township), Self.measure(2, .passCards),
            Self.measure(3, .disinfection, compound: GateRoom.compound),
            Self.measure(4, .visitorsBarred, from: 5), Self.measure(5, .visitorsRegistered, from: -5, to: 0),
        ]
        let sheet = MeasureSheet(all, at: Self.start)
        #expect(sheet.common.map(\.kind) == [.temperatureAtGate, .passCards])
        #expect(sheet.besides.map(\.kind) == [.disinfection])
        #expect(sheet.coming.map(\.kind) == [.visitorsBarred])
        #expect(sheet.past.map(\.kind) == [.visitorsRegistered], "it ends at the instant another could begin")
        #expect(sheet.conflicts.isEmpty)
    }

    @Test func `what contradicts at one time is flagged; what follows each other is not`() {
        let barred = Self.measure(1, .visitorsBarred, at: Net.township, to: 24)
        let open = Self.measure(2, .visitorsRegistered, compound: GateRoom.compound, from: 12)
        let after = Self.measure(3, .visitorsRegistered, compound: GateRoom.compound, from: 24)
        #expect(MeasureSheet([barred, open], at: Self.start).conflicts.count == 1)
        #expect(MeasureSheet([barred, after], at: Self.start).conflicts.isEmpty)
        let twice = MeasureSheet([barred, Self.measure(4, .visitorsBarred)], at: Self.start)
        #expect(twice.conflicts.map(\.isDouble) == [true])
        let times = [Self.measure(5, .disinfection), Self.measure(6, .disinfection)]
        #expect(MeasureSheet(times, at: Self.start).conflicts.isEmpty, "doors in the morning, lifts in the evening")
    }

    @Test(arguments: Measure.Kind.allCases)
    func `contradiction goes both ways, and nothing contradicts itself`(kind: Measure.Kind) {
        #expect(!kind.contradicts.contains(kind))
        for other in kind.contradicts { #expect(other.contradicts.contains(kind)) }
    }

    @Test(arguments: Engine.available)
    func `a township's measure holds in its compounds, a neighbour's does not`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            let office = try await room.net.staff(.preventionOffice, at: Net.township)
            let worker = try await room.net.staff(.communityWorker)
            let draft = { (place: DivisionID, compound: PlaceID?, kind: Measure.Kind) in
                Measure.Draft(
                    place: place,
                    compound: compound,
                    kind: kind,
                    text: Words("进门一律测温", ""),
                    decision: "防控办〔2020〕1号"
                )
            }
            _ = try await room.measures.order(draft(Net.township, nil, .temperatureAtGate), by: office)
            _ = try await room.measures.order(draft(Net.neighbour, nil, .passCards), by: office)
            let own = try await room.measures.order(
                draft(Net.committee, GateRoom.compound, .visitorsBarred),
                by: worker
            )
            let sheet = try await room.measures.sheet(of: GateRoom.compound, for: worker).sheet
            #expect(sheet.common.map(\.kind) == [.temperatureAtGate] && sheet.besides == [own])
            await #expect(throws: AccessRefusal.outsideTerritory) {
                try await room.measures.order(draft(Net.township, nil, .oneEntrance), by: worker)
            }
            await #expect(throws: MeasureRefusal.unknownPlace) {
                try await room.measures.order(draft(Net.neighbour, GateRoom.compound, .oneEntrance), by: office)
            }
            let neighbour = try await room.net.staff(.communityWorker, at: Net.neighbour)
            await #expect(throws: MeasureRefusal.unknownMeasure) { try await room.measures.end(own.id, by: neighbour) }
            await #expect(throws: PlacesRefusal.compoundUnknown) {
                try await room.measures.sheet(of: GateRoom.compound, for: neighbour)
            }
            #expect(try await room.measures.list(for: office).matched == 3)
            #expect(try await room.measures.list(for: worker).measures == [own])
            try await room.measures.end(own.id, by: worker)
            let after = try await room.measures.sheet(of: GateRoom.compound, for: worker).sheet
            #expect(after.besides.isEmpty && after.past.map(\.id) == [own.id])
            await #expect(throws: MeasureRefusal.unknownMeasure) { try await room.measures.end(own.id, by: worker) }
        }
    }

    @Test(arguments: Engine.available)
    func `visitors are stopped from the instant of the measure to its last`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let room = try await GateRoom(Net(database))
            try await room.addCompound()
            let office = try await room.net.staff(.preventionOffice, at: Net.township)
            let keeper = try await room.keeper(at: room.addPost())
            let post = try #require(try await room.gates.ownPosts(of: keeper).first)
            let now = room.net.time.now
            _ = try await room.measures.order(
                Measure.Draft(
                    place: Net.township,
                    kind: .visitorsBarred,
                    text: Words("谢绝访客", "No visitors"),
                    from: now.adding(hours: 1),
                    to: now.adding(hours: 2),
                    decision: "1号"
                ),
                by: office
            )
            var visitor = try GateAnswers.resident()
            visitor.visit = .visitor
            visitor.host = "3号楼"
            let reasons = { () async throws -> GateVerdict.Reason in
                try await room.gates.pass(visitor, id: room.net.time.context.newID(), at: post.id, by: keeper)
                    .verdict.reason
            }
            #expect(try await reasons() == .clear)
            room.net.time.advance(minutes: 60)
            #expect(try await reasons() == .visitorsBarred)
            room.net.time.advance(minutes: 60)
            #expect(try await reasons() == .clear)
        }
    }

    @Test func `a measure has a text, a decision and an end after its beginning`() throws {
        var draft = Measure.Draft(place: Net.committee, kind: .other, text: Words("", "x"), decision: "1号")
        let id = MeasureID(checked: "00000000-0000-7000-8000-00000000d009")
        #expect(throws: MeasureRefusal.textMissing) { try Measure.planned(draft, as: id, at: Self.start) }
        draft.text = Words("措施", "")
        draft.decision = ""
        #expect(throws: MeasureRefusal.decisionMissing) { try Measure.planned(draft, as: id, at: Self.start) }
        draft.decision = "1号"
        draft.to = Self.start
        #expect(throws: MeasureRefusal.endBeforeStart) { try Measure.planned(draft, as: id, at: Self.start) }
        draft.to = nil
        #expect(try Measure.planned(draft, as: id, at: Self.start).from == Self.start)
    }
}
