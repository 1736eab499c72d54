import Fanghu
import Testing

extension Division {
    /// A division as an edition of 2020 would have it, under its own code.
    static func sample(
        _ code: String,
        _ name: String,
        parent: String? = nil,
        id: String? = nil,
        since: Int = 2020_06_30
    ) throws -> Division {
        try Division(
            id: #require(DivisionID(id ?? code)),
            code: #require(DivisionCode(code)),
            name: name,
            parent: parent.map { try #require(DivisionID($0)) },
            validFrom: #require(CivilDate(yyyymmdd: since))
        )
    }
}
