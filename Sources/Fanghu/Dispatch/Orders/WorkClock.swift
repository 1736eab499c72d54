/// Adds working time to a moment: round the clock for what is urgent, by hours of office and calendar for the rest.
package struct WorkClock: Sendable {
    package let calendar: WorkingCalendar
    /// Minutes of the day, half-open.
    package let hours: Range<Int>

    package init(calendar: WorkingCalendar, hours: Range<Int>) {
        self.calendar = calendar
        self.hours = hours
    }

    /// When a limit that begins at an instant ends.
    ///
    /// A working day ends at the same minute of the office's day so many working days later; what begins out of hours
    /// begins with the next hours of office.
    package func end(of limit: WorkTime, from start: Instant) -> Instant {
        switch limit.unit {
        case .minutes: start.adding(minutes: limit.amount)
        case .urgentHours: start.adding(hours: limit.amount)
        case .workingHours: adding(workingMinutes: limit.amount * 60, to: start)
        case .workingDays: adding(workingMinutes: limit.amount * hours.count, to: start)
        }
    }

    /// Working minutes between two instants; never negative.
    package func workingMinutes(from start: Instant, to end: Instant) -> Int {
        guard start < end else { return 0 }
        var total = 0
        var day = start.day
        while day <= end.day {
            if isWorkingDay(day) {
                let from = day == start.day ? max(hours.lowerBound, start.minuteOfDay) : hours.lowerBound
                let to = day == end.day ? min(hours.upperBound, end.minuteOfDay) : hours.upperBound
                total += max(0, to - from)
            }
            day = day.adding(days: 1)
        }
        return total
    }

    package func adding(workingMinutes count: Int, to start: Instant) -> Instant {
        var left = count
        var day = start.day
        var minute = start.minuteOfDay
        while true {
            if isWorkingDay(day) {
                let from = max(hours.lowerBound, minute)
                let available = max(0, hours.upperBound - from)
                if left <= available { return day.instant(minuteOfDay: from + left) }
                left -= available
            }
            day = day.adding(days: 1)
            minute = 0
        }
    }

    /// Where the year's table is missing Monday to Friday stand in for it: an order must have a limit, and counting a
    /// holiday as a working day only makes it earlier.
    private func isWorkingDay(_ day: CivilDate) -> Bool {
        (try? calendar.isWorkingDay(day)) ?? !day.isWeekend
    }
}
