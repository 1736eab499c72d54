/// The languages of the interface.
package enum Language: String, CaseIterable, Codable, Sendable {
    case chinese = "zh"
    case english = "en"
}

/// A text in both languages, as refusals and texts shown to people carry it.
package struct Words: Hashable, Codable, Sendable {
    package let chinese: String
    package let english: String

    package init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    package func callAsFunction(in language: Language) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
