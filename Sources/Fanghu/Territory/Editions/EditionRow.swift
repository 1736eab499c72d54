/// One row of a yearly list that can be used.
package struct EditionRow: Hashable, Sendable {
    package let line: Int
    package let code: DivisionCode
    package let name: String
    /// As the list says, else as the digits say; nil for the top of the file.
    package let parent: DivisionCode?
    package let urbanRural: Int?
    package let isNameDamaged: Bool

    package init(
        line: Int,
        code: DivisionCode,
        name: String,
        parent: DivisionCode?,
        urbanRural: Int? = nil,
        isNameDamaged: Bool = false
    ) {
        self.line = line
        self.code = code
        self.name = name
        self.parent = parent
        self.urbanRural = urbanRural
        self.isNameDamaged = isNameDamaged
    }

    package var level: DivisionLevel { code.level }
}
