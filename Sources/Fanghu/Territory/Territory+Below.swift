extension Territory {
    /// The places directly below one, as people count them: a heading of the list gives way to what stands under it.
    package func placesBelow(_ id: DivisionID) -> [Division] {
        children(of: id).flatMap { $0.isHeading ? placesBelow($0.id) : [$0] }
    }

    /// From the top down to the division itself, without headings of the list.
    package func placesAbove(_ id: DivisionID) -> [Division] {
        path(to: id).filter { !$0.isHeading }
    }
}
