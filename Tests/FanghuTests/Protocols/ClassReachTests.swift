import Fanghu
import Testing

/// Classes that nobody can fall into.
struct ClassReachTests {
    struct Case: Sendable {
        let predicates: [Predicate]
        let unreachable: [Int]
    }

    private static let cases: [Case] = [
        Case(predicates: [.always, .always], unreachable: [1]),
        Case(predicates: [.fever, .always], unreachable: []),
        Case(predicates: [.anyOf([.fever, .symptoms]), .fever, .always], unreachable: [1]),
        Case(predicates: [.fever, .symptoms, .allOf([.fever, .symptoms]), .always], unreachable: [2]),
        Case(predicates: [.fever, .not(.fever), .always], unreachable: [2]),
        Case(predicates: [.allOf([.fever, .not(.fever)]), .always], unreachable: [0]),
        Case(predicates: [.abroad(withinDays: 21), .abroad(withinDays: 14), .always], unreachable: [1]),
        Case(predicates: [.abroad(withinDays: 14), .abroad(withinDays: 21), .always], unreachable: []),
        Case(
            predicates: [.visited([.high, .medium], .days(14)), .visited([.high], .days(7)), .always],
            unreachable: [1]
        ),
        Case(
            predicates: [.visited([.high], .days(14)), .visited([.high, .medium], .days(7)), .always],
            unreachable: []
        ),
    ]

    @Test(arguments: cases)
    func `a class behind a wider one is found, another is not`(example: Case) {
        #expect(ClassReach(example.predicates).unreachable == example.unreachable)
    }
}
