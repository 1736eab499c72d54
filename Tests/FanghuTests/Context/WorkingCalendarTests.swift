import Fanghu
import Testing

/// Working days come from a table, not from Monday to Friday (DOMAIN §4).
struct WorkingCalendarTests {
    private let calendar: WorkingCalendar

    init() throws {
        calendar = try WorkingCalendar.load(from: ShippedData.folder)
    }

    @Test(arguments: [
        (2020_01_17, [2020_01_19, 2020_01_23, 2020_02_14]), (2020_01_23, [2020_02_03, 2020_02_07, 2020_02_21]),
        (2020_01_31, [2020_02_03, 2020_02_07, 2020_02_21]), (2020_02_09, [2020_02_10, 2020_02_14, 2020_02_28]),
        (2020_04_24, [2020_04_26, 2020_04_30, 2020_05_18]), (2020_04_30, [2020_05_06, 2020_05_11, 2020_05_25]),
        (2020_09_30, [2020_10_09, 2020_10_14, 2020_10_28]),
    ])
    func `one, five and fifteen working days later`(received: Int, due: [Int]) throws {
        let found = try [1, 5, 15].map { try calendar.adding(workingDays: $0, to: day(received)).yyyymmdd }
        #expect(found == due)
    }

    @Test func `2020 has 249 working days, 20 of them in February`() throws {
        let months = try (1...12).map { try calendar.workingDays(inYear: 2020, month: $0) }
        #expect(months.reduce(0, +) == 249)
        #expect(months[1] == 20)
    }

    @Test(arguments: [2020_01_19, 2020_04_26, 2020_05_09, 2020_06_28, 2020_09_27, 2020_10_10])
    func `a working weekend is worked`(yyyymmdd: Int) throws {
        #expect(day(yyyymmdd).isWeekend)
        #expect(try calendar.isWorkingDay(day(yyyymmdd)))
    }

    @Test func `a year without a table is refused, not guessed`() throws {
        #expect(throws: CalendarRefusal.yearMissing(2021)) { try calendar.isWorkingDay(day(2021_03_01)) }
        #expect(throws: CalendarRefusal.yearMissing(2021)) { try calendar.adding(workingDays: 1, to: day(2020_12_31)) }
        #expect(throws: CalendarRefusal.yearMissing(2019)) { try calendar.isWorkingDay(day(2019_12_31)) }
    }

    @Test(arguments: [
        ("year: 2020\nsource: x\noff: [2020-02-30]\nworking: []", "off[0]"),
        ("year: 2020\nsource: x\noff: [2021-01-01]\nworking: []", "off[0]"),
        ("year: 2020\nsource: x\noff: [2020-01-03/2020-01-01]\nworking: []", "off[0]"),
        ("year: 2020\nsource: x\noff: []\nworking: [2020-01-20]", "working"),
        ("year: 2020\nsource: x\noff: []", "working"), ("year: 2020\nsource: x\noff: []\nworkin: []", "workin"),
        ("year: x\nsource: x\noff: []\nworking: []", "year"), ("[", ""),
    ])
    func `a wrong table is refused with the place`(yaml: String, path: String) {
        let problem = #expect(throws: DocumentProblem.self) {
            try WorkingCalendar.Year(document: "2020.yaml", yaml: yaml)
        }
        #expect(problem?.path == path)
        #expect(problem?.words.english.hasPrefix("2020.yaml") == true)
    }
}
