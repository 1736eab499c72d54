/// An old version put into force again in one place, for demonstrations and drills.
package struct Drill: Hashable, Sendable {
    package let place: DivisionID
    /// The version that is rehearsed.
    package let version: ProtocolID
    package let from: CivilDate
    /// The first day on which the drill is over; nil while nobody has set one.
    package let to: CivilDate?

    package init(place: DivisionID, version: ProtocolID, from: CivilDate, to: CivilDate? = nil) {
        self.place = place
        self.version = version
        self.from = from
        self.to = to
    }
}

extension ProtocolBook {
    /// The book with some drills in it.
    package func rehearsing(_ drills: [Drill]) throws(ProtocolRefusal) -> ProtocolBook {
        var book = self
        for drill in drills {
            guard let prefix = DivisionPrefix(drill.place) else { continue }
            book = try book.rehearsing(drill.version, at: .division(prefix), from: drill.from, to: drill.to)
        }
        return book
    }
}
