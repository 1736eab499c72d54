import Fanghu
import Testing

/// The vectors of DOMAIN §4, and periods made of segments.
struct DayCountingTests {
    @Test(arguments: [
        (2020_01_20, 2020_01_21, 2020_02_03, 2020_02_04, 2020_02_03),
        (2020_02_03, 2020_02_04, 2020_02_17, 2020_02_18, 2020_02_17),
        (2020_02_15, 2020_02_16, 2020_02_29, 2020_03_01, 2020_02_29),
        (2020_02_16, 2020_02_17, 2020_03_01, 2020_03_02, 2020_03_01),
        (2020_01_17, 2020_01_18, 2020_01_31, 2020_02_01, 2020_01_31),
    ])
    func `fourteen days by both countings`(event: Int, first: Int, last: Int, release: Int, byDayOne: Int) {
        let zero = DayCounting.eventIsDayZero
        #expect(zero.firstDay(after: day(event)) == day(first))
        #expect(zero.lastDay(of: 14, after: day(event)) == day(last))
        #expect(zero.release(after: 14, from: day(event)) == at(release, 0))
        #expect(DayCounting.eventIsDayOne.release(after: 14, from: day(event)) == at(byDayOne, 0))
        #expect(DayCounting.eventIsDayOne.firstDay(after: day(event)) == day(event))
    }

    @Test func `I-8: the end is the last exposure and the days of the version, whatever event and days`() {
        for offset in 0..<400 {
            for days in [1, 5, 7, 14, 21] {
                let event = day(2019_12_20).adding(days: offset)
                let segments = [Segment(mode: .home, days: days, startsFrom: .lastExposure)]
                let period = ObservationPeriod(event: event, counting: .eventIsDayZero, segments: segments)
                #expect(period.lastDay == event.adding(days: days))
                #expect(period.releaseAt == event.adding(days: days + 1).instant())
                #expect(period.dayNumber(on: period.firstDay) == 1)
                #expect(period.dayNumber(on: period.lastDay) == days)
                #expect(period.dayNumber(on: event) == nil)
            }
        }
    }

    @Test func `segments follow each other: 14 days central, then 7 days monitoring at home`() throws {
        let version = try ShippedData.book().version(ProtocolID("cn-8"))
        let riskClass = try #require(version.riskClass("closeContact"))
        let period = ObservationPeriod(of: riskClass, by: version, from: day(2021_06_01))
        #expect(period.days == 21)
        #expect(period.firstDay == day(2021_06_02))
        #expect(period.mode(on: day(2021_06_15)) == .central)
        #expect(period.mode(on: day(2021_06_16)) == .homeMonitoring)
        #expect(period.lastDay == day(2021_06_22))
        #expect(period.releaseAt == at(2021_06_23, 0))
        #expect(period.testDays.map(\.yyyymmdd) == [2021_06_02, 2021_06_05, 2021_06_08, 2021_06_15, 2021_06_15])
    }

    @Test func `entering a central site does not start the clock again, a new exposure does`() {
        let segments = [Segment(mode: .home, days: 14, startsFrom: .arrival)]
        let period = ObservationPeriod(event: day(2020_02_03), counting: .eventIsDayZero, segments: segments)
        #expect(period.moved(to: .central).releaseAt == period.releaseAt)
        #expect(period.moved(to: .central).mode(on: day(2020_02_04)) == .central)
        #expect(period.restarted(from: day(2020_02_10)).releaseAt == at(2020_02_25, 0))
    }

    @Test func `days left count down to none and never below`() {
        let segments = [Segment(mode: .home, days: 14, startsFrom: .arrival)]
        let period = ObservationPeriod(event: day(2020_02_03), counting: .eventIsDayZero, segments: segments)
        #expect(period.daysLeft(on: day(2020_02_01)) == 14)
        #expect(period.daysLeft(on: day(2020_02_04)) == 14)
        #expect(period.daysLeft(on: day(2020_02_17)) == 1)
        #expect(period.daysLeft(on: day(2020_02_18)) == 0)
        #expect(period.daysLeft(on: day(2020_03_18)) == 0)
    }

    @Test func `who is converted to a shorter rule is not released before that rule held`() {
        let short = [Segment(mode: .home, days: 5, startsFrom: .lastExposure)]
        let period = ObservationPeriod(
            event: day(2022_12_01),
            counting: .eventIsDayZero,
            segments: short,
            notReleasedBefore: day(2022_12_07)
        )
        #expect(period.releaseAt == at(2022_12_07, 0))
        #expect(period.restarted(from: day(2022_12_06)).releaseAt == at(2022_12_12, 0))
    }

    @Test(arguments: [
        (372, true, false), (373, true, true), (374, true, true), (373, false, false), (374, false, true),
    ])
    func `the threshold counts or does not, as the version says`(tenths: Int, inclusive: Bool, fever: Bool) throws {
        let rule = FeverRule(thresholdTenths: 373, isInclusive: inclusive)
        #expect(rule.isFever(try Temperature(tenths: tenths)) == fever)
    }
}
