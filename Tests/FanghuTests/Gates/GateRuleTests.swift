import Fanghu
import FanghuTesting
import Testing

/// What a gatekeeper is told, and what it gives away.
struct GateRuleTests {
    static let fever = FeverRule(thresholdTenths: 373, isInclusive: true)

    static func verdict(
        _ answers: GateAnswers,
        _ facts: GateFacts = GateFacts(matches: 1),
        barred: Bool = false,
        deliveries: Bool = false,
        second: Bool = false
    ) -> GateVerdict {
        let conditions = GateConditions(
            fever: fever,
            visitorsBarred: barred,
            deliveriesEnter: deliveries,
            isSecond: second
        )
        return GateVerdict.of(answers, facts, under: conditions)
    }

    @Test(arguments: [
        (365, false, GateVerdict.Decision.pass, GateVerdict.Reason.clear),
        (372, false, .pass, .clear),
        (373, false, .secondCheck, .feverSecondCheck),
        (385, false, .secondCheck, .feverSecondCheck),
        (411, false, .secondCheck, .measureAgain),
        (349, false, .secondCheck, .measureAgain),
        (373, true, .stop, .fever),
        (411, true, .stop, .fever),
        (349, true, .pass, .clear),
        (366, true, .pass, .clear),
    ])
    func `a fever is measured twice, and a doubtful reading again`(
        tenths: Int,
        second: Bool,
        decision: GateVerdict.Decision,
        reason: GateVerdict.Reason
    ) throws {
        let answers = try GateAnswers.resident("测试甲", "8000", tenths)
        #expect(Self.verdict(answers, second: second) == GateVerdict(decision, reason))
    }

    @Test func `measures decide about visitors and deliveries, answers about who was away`() throws {
        var visitor = try GateAnswers.resident()
        visitor.visit = .visitor
        #expect(Self.verdict(visitor, GateFacts()).reason == .clear)
        #expect(Self.verdict(visitor, GateFacts(), barred: true) == GateVerdict(.stop, .visitorsBarred))
        visitor.direction = .outward
        #expect(Self.verdict(visitor, GateFacts(), barred: true).reason == .clear, "whoever is in may leave")
        var courier = GateAnswers(visit: .delivery)
        #expect(Self.verdict(courier, GateFacts()) == GateVerdict(.stop, .leaveAtGate))
        #expect(Self.verdict(courier, GateFacts(), deliveries: true).reason == .clear)
        courier.direction = .outward
        #expect(Self.verdict(courier, GateFacts()).reason == .clear)
        var returnee = try GateAnswers.resident()
        returnee.wasAway = true
        #expect(Self.verdict(returnee) == GateVerdict(.secondCheck, .registerFirst))
        returnee.hasRegistered = true
        #expect(Self.verdict(returnee).reason == .clear)
        returnee.hasSymptoms = true
        #expect(Self.verdict(returnee) == GateVerdict(.stop, .symptoms))
    }

    @Test func `who is observed, not found, not alone or not proved is one and the same word`() throws {
        let told = [
            GateFacts(matches: 1, isObserved: true), GateFacts(matches: 0), GateFacts(matches: 2),
            GateFacts(matches: 1, isUnproved: true), GateFacts(matches: 3, isObserved: true, isUnproved: true),
        ]
        let verdicts = Set(try told.map { Self.verdict(try .resident(), $0) })
        #expect(verdicts == [GateVerdict(.stop, .askCommittee)])
    }

    @Test(arguments: 0..<4)
    func `R-PRIV-09: only "ask the committee" depends on what the register knows`(seed: UInt64) throws {
        var dice = FixtureSeed(seed)
        for _ in 0..<2000 {
            let answers = try Self.random(&dice)
            let (barred, deliveries, second) = (
                Bool.random(using: &dice), Bool.random(using: &dice), Bool.random(using: &dice)
            )
            let all = Self.everyFinding.map {
                Self.verdict(answers, $0, barred: barred, deliveries: deliveries, second: second)
            }
            let told = Set(all)
            // Either the register changes nothing, or it is asked and says one of two words.
            #expect(told.count == 1 || told == [GateVerdict(.pass, .clear), GateVerdict(.stop, .askCommittee)])
            if answers.visit != .resident { #expect(told.count == 1, "visitors are not looked up: seed \(seed)") }
        }
    }

    static let everyFinding: [GateFacts] = [0, 1, 2]
        .flatMap { count in
            [false, true]
                .flatMap { observed in
                    [false, true].map { GateFacts(matches: count, isObserved: observed, isUnproved: $0) }
                }
        }

    static func random(_ dice: inout FixtureSeed) throws -> GateAnswers {
        GateAnswers(
            direction: GatePassing.Direction.allCases.randomElement(using: &dice) ?? .inward,
            visit: GatePassing.Visit.allCases.randomElement(using: &dice) ?? .resident,
            name: try PersonName("测试甲"),
            tail: PersonTail("8000"),
            wasAway: Bool.random(using: &dice),
            hasRegistered: Bool.random(using: &dice),
            hasSymptoms: Bool.random(using: &dice),
            temperature: Bool.random(using: &dice)
                ? try Temperature(tenths: Int.random(in: 340...430, using: &dice)) : nil
        )
    }

    @Test func `whoever comes in is named and measured; whoever leaves need not be`() throws {
        #expect(throws: Refusals.self) { try GateAnswers().refuseGaps() }
        do {
            try GateAnswers(visit: .visitor).refuseGaps()
        } catch {
            #expect(
                error.all.map(\.code) == [
                    "gates.personMissing", "gates.tailMissing", "gates.temperatureMissing", "gates.hostMissing",
                ]
            )
        }
        try GateAnswers(direction: .outward).refuseGaps()
        try GateAnswers(visit: .delivery).refuseGaps()
        try GateAnswers.resident().refuseGaps()
        var half = GateAnswers(direction: .outward)
        half.tail = PersonTail("8000")
        #expect(throws: Refusals.self) { try half.refuseGaps() }
    }

    @Test(arguments: [
        ("8000", true), ("800X", true), ("８０００", true), ("800x", true), ("800", false), ("80000", false),
        ("X800", false), ("abcd", false), ("", false),
    ])
    func `an ending is four digits, of which the last may be an X`(text: String, isOne: Bool) {
        #expect((PersonTail(text) != nil) == isOne)
        #expect(PersonTail(text).map { "\($0)" } ?? "****" == "****")
    }
}
