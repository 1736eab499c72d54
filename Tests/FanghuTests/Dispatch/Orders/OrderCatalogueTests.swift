import Fanghu
import FanghuTesting
import Testing

/// Classes, limits and the clock of office hours, as the shipped documents say them.
struct OrderCatalogueTests {
    let catalogue = OrderCatalogue.shipped

    @Test func `every class has its parts and a limit for every stage`() {
        for item in catalogue.classes {
            #expect(!item.parts.isEmpty)
            for stage in OrderStage.allCases {
                #expect(catalogue.limit(of: stage, for: item.code, item.urgency) != nil, "\(item.code) \(stage)")
            }
        }
    }

    @Test func `a breach and a fever have half an hour, other urgent matters two hours`() {
        #expect(catalogue.limit(of: .handle, for: "observation.breach", .urgent) == WorkTime(30, .minutes))
        #expect(catalogue.limit(of: .handle, for: "health.fever", .urgent) == WorkTime(30, .minutes))
        #expect(catalogue.limit(of: .handle, for: "gathering", .urgent) == WorkTime(2, .urgentHours))
    }

    @Test(
        arguments: [
            ("邻居在居家观察，却下楼遛狗", "observation.breach"), ("三楼有人发烧咳嗽", "health.fever"),
            ("门口保安不测温", "gate"), ("独居老人没人买菜", "care"), ("口罩怎么预约", "supplies"),
            ("棋牌室有人聚集打麻将", "gathering"),
        ]
    )
    func `what a caller says points to a class`(words: String, code: String) {
        #expect(catalogue.guess(from: words).first?.code == code)
    }

    @Test func `words that mean nothing here point nowhere`() {
        #expect(catalogue.guess(from: "今天天气很好").isEmpty)
    }

    @Test(
        arguments: [
            // Monday to Monday: five working days from a Monday morning.
            (at(20_200_210, 10), WorkTime(5, .workingDays), at(20_200_217, 10)),
            // Out of hours on Friday evening: it begins on Monday at nine.
            (at(20_200_214, 20), WorkTime(4, .workingHours), at(20_200_217, 13)),
            // Over the extended Spring Festival.
            (at(20_200_123, 17), WorkTime(1, .workingHours), at(20_200_203, 9, 30)),
            // Around the clock.
            (at(20_200_215, 23), WorkTime(2, .urgentHours), at(20_200_216, 1)),
            // A working Saturday of 2026.
            (at(20_260_213, 17), WorkTime(1, .workingHours), at(20_260_214, 9, 30)),
        ]
    )
    func `limits run in office hours by the calendar, or round the clock`(
        start: Instant,
        limit: WorkTime,
        end: Instant
    ) {
        #expect(catalogue.clock.end(of: limit, from: start) == end)
    }

    @Test func `a year without a table counts Monday to Friday rather than no limit at all`() {
        #expect(catalogue.clock.end(of: WorkTime(1, .workingDays), from: at(20_310_103, 10)) == at(20_310_106, 10))
    }

    @Test func `working minutes from one instant to the end of a limit are the limit`() {
        for hour in 0..<48 {
            let start = at(20_200_213, 0).adding(hours: hour)
            let end = catalogue.clock.end(of: WorkTime(7, .workingHours), from: start)
            #expect(catalogue.clock.workingMinutes(from: start, to: end) == 7 * 60)
        }
    }
}
