import Fanghu
import Testing

/// Days and moments (DOMAIN §4).
struct CivilDateTests {
    @Test func `every day from 1900 to 2100 comes back from its number, its text and its successor`() throws {
        var date = day(1900_01_01)
        var count = 0
        while date.year <= 2100 {
            #expect(CivilDate(daysSince1970: date.daysSince1970) == date)
            #expect(CivilDate(yyyymmdd: date.yyyymmdd) == date)
            #expect(CivilDate(date.iso) == date)
            let next = date.adding(days: 1)
            #expect(next > date && next.days(since: date) == 1)
            date = next
            count += 1
        }
        #expect(count == 73414, "201 years with 49 leap days")
    }

    @Test(arguments: [
        1900_02_29, 2100_02_29, 2020_02_30, 2020_13_01, 2020_00_10, 2020_04_31, 2019_02_29, 0,
    ])
    func `a day that does not exist is none`(yyyymmdd: Int) {
        #expect(CivilDate(yyyymmdd: yyyymmdd) == nil)
    }

    @Test(arguments: [
        "2020-2-10", "2020/02/10", "10.02.2020", "20200230", "２０２０-02-10", "", "2020-02-10 ", "-020-02-10",
    ])
    func `only two ways of writing a day are read`(text: String) {
        #expect(CivilDate(text) == nil)
    }

    @Test(arguments: [(1904_02_29, true), (2000_02_29, true), (2020_02_29, true)])
    func `leap days exist where they should`(yyyymmdd: Int, exists: Bool) {
        #expect((CivilDate(yyyymmdd: yyyymmdd) != nil) == exists)
    }

    @Test(arguments: [
        ("2020-02-10T00:00:00+08:00", 2020_02_10, 0), ("2020-02-09T16:00:00Z", 2020_02_10, 0),
        ("2020-02-10T23:59:59+08:00", 2020_02_10, 1439), ("2020-02-10T15:59:59Z", 2020_02_10, 1439),
        ("2020-02-10T16:00:00Z", 2020_02_11, 0), ("1969-12-31T23:59:59Z", 1970_01_01, 479),
        ("1959-12-31T15:59:00Z", 1959_12_31, 1439),
    ])
    func `a moment belongs to its day in Shanghai`(iso: String, date: Int, minute: Int) throws {
        let instant = try #require(Instant(iso: iso))
        #expect(instant.day == day(date))
        #expect(instant.minuteOfDay == minute)
    }

    @Test func `moments come back from their text, also between seconds and before 1970`() {
        for microseconds: Int64 in [0, 1, -1, 1_581_292_800_123_456, -2_208_988_800_000_001, 4_102_444_800_000_000] {
            let instant = Instant(microseconds: microseconds)
            #expect(Instant(iso: instant.iso) == instant)
        }
    }

    @Test func `midnight of a day is the first moment of it and not of the one before`() {
        for date in [day(1900_01_01), day(1969_12_31), day(2020_02_29), day(2100_12_31)] {
            let midnight = date.instant()
            #expect(midnight.day == date && midnight.minuteOfDay == 0)
            #expect(Instant(microseconds: midnight.microseconds - 1).day == date.adding(days: -1))
            #expect(date.instant(minuteOfDay: 1440) == date.adding(days: 1).instant())
        }
    }

    @Test(arguments: [
        (2020_02_10, 1), (2020_02_16, 7), (1970_01_01, 4), (1969_12_31, 3), (1900_01_01, 1), (2100_01_01, 5),
    ])
    func `the day of the week is right, before 1970 too`(yyyymmdd: Int, weekday: Int) {
        #expect(day(yyyymmdd).weekday == weekday)
    }

    @Test(arguments: [
        (2002_02_10, 2020_02_09, 17), (2002_02_10, 2020_02_10, 18), (2004_02_29, 2022_02_28, 17),
        (2004_02_29, 2022_03_01, 18),
    ])
    func `an age is in completed years`(born: Int, on: Int, years: Int) {
        #expect(day(born).age(on: day(on)) == years)
    }
}
