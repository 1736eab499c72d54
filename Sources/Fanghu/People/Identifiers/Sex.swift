/// Sex as GB/T 2261.1 codes it.
package enum Sex: Int, CaseIterable, Codable, Sendable {
    case unknown = 0
    case male = 1
    case female = 2
    case notStated = 9

    package var words: Words {
        switch self {
        case .unknown: Words("未知", "unknown")
        case .male: Words("男", "male")
        case .female: Words("女", "female")
        case .notStated: Words("未说明", "not stated")
        }
    }

    /// From `男`, `M`, `male`, `1` and the like; nil for other text.
    package init?(_ text: some StringProtocol) {
        switch IdentifierText.normalised(text) {
        case "1", "男", "男性", "M", "MALE": self = .male
        case "2", "女", "女性", "F", "FEMALE": self = .female
        case "0", "未知", "UNKNOWN": self = .unknown
        case "9", "未说明", "NOTSTATED": self = .notStated
        default: return nil
        }
    }
}
