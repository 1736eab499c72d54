import Fanghu

/// What the form of an area says, as a draft.
enum MapAreaForm {
    static func draft(_ form: FormValues, now: Instant) throws -> MapArea.Draft {
        let first = try form.optional("from", as: CivilDate.self)
        return MapArea.Draft(
            place: try form.required("place", as: DivisionID.self),
            name: form.text("name"),
            shape: try shape(form),
            // Today's midnight has passed: what begins today begins at once.
            from: first == now.day ? nil : first?.instant(),
            to: try form.optional("to", as: CivilDate.self)?.adding(days: 1).instant()
        )
    }

    /// The outline where there is one, else the streets.
    private static func shape(_ form: FormValues) throws -> AreaShape {
        if let outline = form.optionalText("outline") {
            return try AreaShape(outline: outline, in: form.optional("datum", as: Datum.self) ?? .wgs84)
        }
        guard let streets = form.optionalText("streets") else { throw AreaRefusal.shapeMissing }
        return try AreaShape(streets: streets)
    }
}
