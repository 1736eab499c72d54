/// A division of any level as it is known at one time: our own id, and the list's words about it.
package struct Division: Hashable, Sendable {
    package let id: DivisionID
    /// The code in the newest edition.
    package var code: DivisionCode
    package var name: String
    package var level: DivisionLevel
    package var kind: DivisionKind
    package var parent: DivisionID?
    /// A 虚拟社区 or 虚拟生活区: an entry of the list where nobody lives.
    package var isVirtual: Bool
    /// A character of the name was lost on the way; the name waits to be corrected.
    package var isNameDamaged: Bool
    /// Urban–rural class of the list, 111 … 220; nil where the list does not say.
    package var urbanRural: Int?
    package var validFrom: CivilDate
    /// The first day on which it no longer exists; nil while it does.
    package var validTo: CivilDate?

    package init(
        id: DivisionID,
        code: DivisionCode,
        name: String,
        parent: DivisionID?,
        isNameDamaged: Bool = false,
        urbanRural: Int? = nil,
        validFrom: CivilDate,
        validTo: CivilDate? = nil
    ) {
        self.id = id
        self.code = code
        self.name = name
        level = code.level
        kind = DivisionKind(code)
        self.parent = parent
        isVirtual = Division.isVirtual(name: name, code: code)
        self.isNameDamaged = isNameDamaged
        self.urbanRural = urbanRural
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package var isRetired: Bool { validTo != nil }

    /// Whether it counts where shares of townships or committees are computed.
    ///
    /// Quasi-townships and virtual communities are no neighbourhoods. A quasi-committee is one: people live there.
    package var isCounted: Bool {
        !isVirtual && kind != .quasiTownship
    }

    /// A level-2 node that is no place, only a heading of the list: 市辖区, 县, 省直辖县级行政区划.
    package var isHeading: Bool {
        level == .city && (name == "市辖区" || name == "县" || name.hasSuffix("直辖县级行政区划"))
    }

    private static func isVirtual(name: String, code: DivisionCode) -> Bool {
        guard code.level == .committee else { return false }
        return name.contains("虚拟") || ([498, 598].contains(code.committeeNumber) && !name.hasSuffix("委会"))
    }
}
