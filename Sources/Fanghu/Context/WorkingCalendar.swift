package import Foundation

/// Which days are working days, by the published holiday tables (DOMAIN §4).
///
/// A year without a table is refused: guessing Monday to Friday would set deadlines on holidays and miss working
/// Saturdays.
package struct WorkingCalendar: Sendable {
    private let years: [Int: Year]

    /// One year's table.
    package struct Year: Hashable, Sendable {
        package let year: Int
        package let source: String
        package let daysOff: Set<CivilDate>
        package let workingWeekends: Set<CivilDate>
    }

    package init(_ years: [Year]) {
        self.years = Dictionary(years.map { ($0.year, $0) }) { first, _ in first }
    }

    /// Reads `calendar/*.yaml` below a data folder.
    package static func load(from data: URL) throws(DocumentProblem) -> WorkingCalendar {
        var years: [Year] = []
        for document in try DocumentFolder(url: data.appending(path: "calendar")).documents() {
            years.append(try Year(document: document.name, yaml: document.text))
        }
        return WorkingCalendar(years)
    }

    package func isWorkingDay(_ day: CivilDate) throws(CalendarRefusal) -> Bool {
        guard let year = years[day.year] else { throw .yearMissing(day.year) }
        if year.daysOff.contains(day) { return false }
        return !day.isWeekend || year.workingWeekends.contains(day)
    }

    /// The day so many working days later; the day itself is not counted, whatever it is.
    package func adding(workingDays count: Int, to day: CivilDate) throws(CalendarRefusal) -> CivilDate {
        var day = day
        var left = count
        while left > 0 {
            day = day.adding(days: 1)
            if try isWorkingDay(day) { left -= 1 }
        }
        return day
    }

    /// How many working days a month has.
    package func workingDays(inYear year: Int, month: Int) throws(CalendarRefusal) -> Int {
        guard var day = CivilDate(year: year, month: month, day: 1) else { return 0 }
        var count = 0
        while day.month == month {
            if try isWorkingDay(day) { count += 1 }
            day = day.adding(days: 1)
        }
        return count
    }
}

/// Why a working day cannot be told.
package enum CalendarRefusal: Refusal, Hashable {
    case yearMissing(Int)

    package var code: String { "calendar.yearMissing" }
    package var kind: RefusalKind { .conflict }

    package var words: Words {
        switch self {
        case .yearMissing(let year): Words("缺少\(year)年的节假日安排", "There is no holiday table for \(year)")
        }
    }
}

extension WorkingCalendar.Year {
    /// From a document with `year`, `source`, `off` and `working`; a range is written `2020-01-24/2020-02-02`.
    package init(document: String, yaml: String) throws(DocumentProblem) {
        let map = try DocumentNode(document: document, yaml: yaml).map(keys: ["year", "source", "off", "working"])
        year = try map.required("year").number(in: 1949...9999)
        source = try map.required("source").text()
        daysOff = try Self.days(map.required("off"), year: year)
        workingWeekends = try Self.days(map.required("working"), year: year)
        for day in workingWeekends where !day.isWeekend || daysOff.contains(day) {
            throw try map.required("working").problem(.notAllowed(day.iso))
        }
    }

    private static func days(_ node: DocumentNode, year: Int) throws(DocumentProblem) -> Set<CivilDate> {
        var found: Set<CivilDate> = []
        for item in try node.list() {
            let ends = try item.text().split(separator: "/").map { CivilDate($0) }
            guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
                first.year == year, last.year == year
            else { throw item.problem(.wrongShape(expected: "a day or two days with a slash, in \(year)")) }
            for offset in 0...last.days(since: first) { found.insert(first.adding(days: offset)) }
        }
        return found
    }
}

extension CivilDate {
    /// 1 = Monday … 7 = Sunday.
    package var weekday: Int { ((daysSince1970 + 3) % 7 + 7) % 7 + 1 }

    package var isWeekend: Bool { weekday >= 6 }
}
