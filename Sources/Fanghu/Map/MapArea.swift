/// A part of a committee or township that campaigns and measures speak of, from an instant to another.
package struct MapArea: Hashable, Sendable {
    /// The committee, or the township that it belongs to as a whole.
    package let committee: DivisionID
    package let id: MapAreaID
    package let name: String
    package let shape: AreaShape
    package let from: Instant
    /// Nil while nobody has set an end.
    package let to: Instant?
    /// A corner lies outside its township: shown to a person, never put right silently.
    package let isFlagged: Bool

    /// An area as somebody draws it.
    package struct Draft: Sendable {
        package var place: DivisionID
        package var name: String
        package var shape: AreaShape
        /// Nil for at once.
        package var from: Instant?
        package var to: Instant?

        package init(place: DivisionID, name: String, shape: AreaShape, from: Instant? = nil, to: Instant? = nil) {
            self.place = place
            self.name = name
            self.shape = shape
            self.from = from
            self.to = to
        }
    }

    package func isInForce(at instant: Instant) -> Bool {
        from <= instant && to.map { instant < $0 } ?? true
    }

    /// The area a draft asks for; a corner outside the outline of its township is flagged.
    package static func planned(
        _ draft: Draft,
        as id: MapAreaID,
        within township: GeoPolygon?,
        at now: Instant
    ) throws(AreaRefusal) -> MapArea {
        guard (1...50).contains(draft.name.count) else { throw .nameMissing }
        let from = draft.from ?? now
        guard draft.to.map({ $0 > from }) ?? true else { throw .endBeforeStart }
        var isFlagged = false
        if case .outline(let corners) = draft.shape, let township {
            isFlagged = !corners.allSatisfy(township.contains)
        }
        return MapArea(
            committee: draft.place,
            id: id,
            name: draft.name,
            shape: draft.shape,
            from: from,
            to: draft.to,
            isFlagged: isFlagged
        )
    }
}
