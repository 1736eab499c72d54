/// The counts under a division as JSON.
package struct TerritoryCountDocument: Encodable, Sendable {
    package let under: String
    package let name: String
    package let levels: [Level]

    /// One of the five levels.
    package struct Level: Encodable, Sendable {
        package let level: Int
        package let name: String
        /// Without quasi-townships and virtual communities: the denominator.
        package let count: Int
        package let total: Int
        package let virtual: Int
        package let kinds: [String: Int]
    }
}

extension Territory {
    /// The counts under a division in one language; nil when there is no such division.
    package func countDocument(under id: DivisionID, in language: Language) -> TerritoryCountDocument? {
        guard let division = node(id) else { return nil }
        return TerritoryCountDocument(
            under: id.text,
            name: division.name,
            levels: counts(under: id)
                .map { count in
                    TerritoryCountDocument.Level(
                        level: count.level.rawValue,
                        name: count.level.words(in: language),
                        count: count.counted,
                        total: count.total,
                        virtual: count.virtual,
                        kinds: Dictionary(uniqueKeysWithValues: count.byKind.map { ($0.key.rawValue, $0.value) })
                    )
                }
        )
    }
}
