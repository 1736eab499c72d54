import Fanghu
import FanghuTesting
import Testing

/// The states of a target and of the notice on a door, and what a visit has to say; pure.
struct CanvassRuleTests {
    typealias State = CanvassTarget.State

    private static let outcomes = CanvassVisit.Outcome.allCases

    /// DOMAIN §6.2, from the first ring to the last.
    @Test func `a door that nobody opens is asked again until somebody is met`() {
        let transcript: [(State.Event, State)] = [
            (.visited(.nobody, hasReceipt: false), .nobody), (.visited(.nobody, hasReceipt: false), .nobody),
            (.visited(.refused, hasReceipt: false), .refused), (.visited(.nobody, hasReceipt: false), .refused),
            (.visited(.met, hasReceipt: false), .unreceipted), (.visited(.refused, hasReceipt: false), .unreceipted),
            (.visited(.byPhone, hasReceipt: true), .done), (.visited(.nobody, hasReceipt: false), .done),
            (.explained, .done),
        ]
        var state = State.untouched
        for (event, expected) in transcript {
            state = state.after(event, wantsReceipt: true)
            #expect(state == expected, "\(event)")
        }
    }

    @Test(arguments: State.settled, outcomes)
    func `what is settled stays settled, whatever is heard later`(state: State, outcome: CanvassVisit.Outcome) {
        for wantsReceipt in [true, false] {
            for hasReceipt in [true, false] {
                let event = State.Event.visited(outcome, hasReceipt: hasReceipt)
                #expect(state.after(event, wantsReceipt: wantsReceipt).isSettled)
            }
        }
    }

    @Test(arguments: State.allCases)
    func `where a receipt is wanted, no door becomes done without one`(state: State) {
        for outcome in Self.outcomes {
            let after = state.after(.visited(outcome, hasReceipt: false), wantsReceipt: true)
            #expect(after != .done || state == .done)
        }
    }

    @Test(arguments: State.allCases)
    func `somebody met without a wish for receipts is done, and an explanation settles`(state: State) {
        #expect(state.after(.visited(.met, hasReceipt: false), wantsReceipt: false) == .done)
        #expect(state.after(.explained, wantsReceipt: true).isSettled)
    }

    @Test func `a notice is posted, seen intact any number of times, torn, and posted again`() throws {
        var marker = DoorMarker.none
        for (event, expected) in [
            (DoorMarker.Event.posted, DoorMarker.posted), (.intact, .intact), (.intact, .intact), (.torn, .torn),
            (.posted, .posted),
        ] {
            marker = try marker.after(event, at: .nobody)
            #expect(marker == expected)
        }
        #expect(marker.after(.nobody) == .posted && marker.after(.met) == .none && marker.after(.byPhone) == .none)
    }

    @Test(arguments: [State.untouched, .refused, .unreceipted, .done, .explained])
    func `no notice goes on a door behind which somebody is`(state: State) {
        #expect(throws: CanvassRefusal.markerNotWanted) { try DoorMarker.none.after(.posted, at: state) }
    }

    @Test func `a notice that is not there is neither intact nor torn, and a whole one is not posted again`() {
        for event in [DoorMarker.Event.intact, .torn] {
            #expect(throws: CanvassRefusal.noMarker) { try DoorMarker.none.after(event, at: .nobody) }
            #expect(throws: CanvassRefusal.noMarker) { try DoorMarker.torn.after(event, at: .nobody) }
        }
        for marker in [DoorMarker.posted, .intact] {
            #expect(throws: CanvassRefusal.markerThere) { try marker.after(.posted, at: .nobody) }
        }
    }

    private static func draft(_ outcome: CanvassVisit.Outcome) -> CanvassVisit.Draft {
        CanvassVisit.Draft(
            id: CanvassVisitID(checked: "00000000-0000-7000-8000-000000000001"),
            place: CanvassRoom.place(1),
            outcome: outcome
        )
    }

    private static func refusal(_ draft: CanvassVisit.Draft, _ kind: CanvassKind = .dwelling) -> CanvassRefusal? {
        let now = Instant(microseconds: 2_000_000)
        do throws(CanvassRefusal) {
            try draft.check(kind: kind, openedAt: Instant(microseconds: 1_000_000), now: now)
            return nil
        } catch {
            return error
        }
    }

    @Test func `vacant needs evidence that somebody saw and a day, away needs where from`() {
        var vacant = Self.draft(.vacant)
        #expect(Self.refusal(vacant) == .evidenceMissing)
        vacant.evidence = .ledger
        vacant.recheckOn = CivilDate(yyyymmdd: 2020_02_20)
        #expect(Self.refusal(vacant) == .evidenceMissing, "a ledger is no evidence")
        vacant.evidence = .meter
        #expect(Self.refusal(vacant) == nil)
        #expect(Self.refusal(vacant, .premises(.streetShop)) == .dwellingsOnly)
        var away = Self.draft(.away)
        away.origin = " "
        #expect(Self.refusal(away) == .originMissing)
        away.origin = "外省"
        #expect(Self.refusal(away) == nil && Self.refusal(away, .premises(.enterprise)) == .dwellingsOnly)
    }

    @Test func `nobody gives a receipt who was not reached, and nobody phones at a door`() {
        var nobody = Self.draft(.nobody)
        nobody.receipt = CanvassVisit.Receipt(how: .paper)
        #expect(Self.refusal(nobody) == .receiptWithoutAnybody)
        #expect(Self.refusal(Self.draft(.byPhone)) == .channelWrong)
    }

    @Test(arguments: [(0, false), (1, true), (2, true), (3, false)])
    func `a visit lies between the opening and now`(seconds: Int, isRight: Bool) {
        var draft = Self.draft(.met)
        draft.at = Instant(microseconds: Int64(seconds) * 1_000_000)
        #expect((Self.refusal(draft) == nil) == isRight)
    }

    @Test func `person-times are members once a tour and the most heads that were ever along`() {
        let (one, two) = (Self.account(1), Self.account(2))
        #expect(CanvassTour.added(by: [one, two], helpers: 2, to: ([], 0)) == 4)
        #expect(CanvassTour.added(by: [one, two], helpers: 2, to: ([one, two], 2)) == 0)
        #expect(CanvassTour.added(by: [two], helpers: 3, to: ([one], 2)) == 2)
        #expect(CanvassTour.added(by: [one], helpers: 0, to: ([one], 5)) == 0)
    }

    @Test func `only the team's people count as present, and somebody has to be`() throws {
        let (one, two, other) = (Self.account(1), Self.account(2), Self.account(3))
        let team = CanvassTeam(
            place: Net.committee,
            id: CanvassTeamID(checked: "00000000-0000-7000-8000-000000000009"),
            name: "一组",
            heads: 2,
            members: [one, two]
        )
        var draft = Self.draft(.met)
        #expect(try draft.present(of: team, own: one) == [one])
        #expect(try draft.present(of: nil, own: other) == [other])
        draft.members = [one, two]
        draft.helpers = 2
        #expect(try draft.present(of: team, own: other) == [one, two])
        #expect(throws: CanvassRefusal.notOfTeam) { try draft.present(of: nil, own: one) }
        draft.helpers = 3
        #expect(throws: CanvassRefusal.notOfTeam) { try draft.present(of: team, own: one) }
        draft.members = []
        draft.helpers = 0
        #expect(throws: CanvassRefusal.nobodyPresent) { try draft.present(of: team, own: one) }
    }

    @Test func `premises are walked up the odd side of a road and back down the even one`() {
        let parser = AddressParser()
        let walk = ["柳荫路2号", "柳荫路10号", "柳荫路1号", "柳荫路9弄3号", "柳荫路11号", "兰溪路5号"]
            .sorted { CanvassOrder.key(of: $0, parser) < CanvassOrder.key(of: $1, parser) }
        #expect(walk.first == "兰溪路5号" || walk.last == "兰溪路5号")
        #expect(
            walk.filter { $0 != "兰溪路5号" } == ["柳荫路1号", "柳荫路9弄3号", "柳荫路11号", "柳荫路10号", "柳荫路2号"]
        )
    }

    @Test func `who is further behind stands first, then who has more left`() {
        let lines = [Self.line("甲", 10, 9), Self.line("乙", 100, 50), Self.line("丙", 10, 5), Self.line("丁", 0, 0)]
            .sorted { $0.isBehind($1) }
        #expect(lines.filter { $0.targets > 0 }.map(\.key) == ["乙", "丙", "甲"])
        #expect(Self.line("戊", 1000, 999).percent == 99, "a hundred is all")
    }

    @Test func `a plan has a title, kinds, days in their order and areas that differ`() {
        let day = CivilDate(daysSince1970: 18302)
        let good = CanvassCampaign.Draft(
            place: Net.committee,
            title: Words(" 二月 排摸 ", ""),
            kinds: [.dwelling],
            from: day,
            to: day,
            areas: ["西片", " ", "东片"]
        )
        #expect((try? good.checked())?.areas == ["西片", "东片"])
        #expect((try? good.checked())?.title == Words("二月 排摸", "二月 排摸"))
        let wrong: [(CanvassRefusal, (inout CanvassCampaign.Draft) -> Void)] = [
            (.titleMissing, { $0.title = Words(" ", "x") }), (.kindsMissing, { $0.kinds = [] }),
            (.daysWrong(180), { $0.to = day.adding(days: -1) }), (.daysWrong(180), { $0.to = day.adding(days: 181) }),
            (.areasWrong(50), { $0.areas = ["西片", "西片"] }),
        ]
        for (refusal, change) in wrong {
            var draft = good
            change(&draft)
            #expect(throws: refusal) { try draft.checked() }
        }
    }

    @Test func `kinds are read as they are written`() {
        #expect(CanvassKind.all.allSatisfy { CanvassKind(rawValue: $0.rawValue) == $0 })
        #expect(CanvassKind(rawValue: "boat") == nil)
    }

    private static func account(_ number: Int) -> AccountID {
        AccountID(checked: "00000000-0000-7000-8000-00000000000\(number)")
    }

    private static func line(_ key: String, _ targets: Int, _ done: Int) -> CanvassProgress.Line {
        CanvassProgress.Line(
            key: key,
            targets: targets,
            done: done,
            explained: 0,
            nobody: 0,
            refused: 0,
            receipts: 0,
            personTimes: 0
        )
    }
}
