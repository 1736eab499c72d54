/// The figures of one place and of each place directly below it, for one day and since the beginning.
package struct FiguresReport: Sendable, Equatable {
    package let place: Division
    /// From the top down, the place itself last.
    package let path: [Division]
    package let day: CivilDate
    package let total: Row
    /// One row per child in order of codes; empty for a committee.
    package let rows: [Row]

    /// The figures of one place.
    package struct Row: Sendable, Equatable {
        package let place: Division
        /// Events of the day; gauges have no day and are absent.
        package var today: [Indicator: Int]
        /// Events since the beginning, and gauges as they stand.
        package var cumulative: [Indicator: Int]

        package init(place: Division, today: [Indicator: Int] = [:], cumulative: [Indicator: Int] = [:]) {
            self.place = place
            self.today = today
            self.cumulative = cumulative
        }

        /// The sum of several rows, under the name of another place.
        static func sum(of rows: [Row], as place: Division) -> Row {
            rows.reduce(into: Row(place: place)) { sum, row in
                sum.today.merge(row.today, uniquingKeysWith: +)
                sum.cumulative.merge(row.cumulative, uniquingKeysWith: +)
            }
        }
    }
}
