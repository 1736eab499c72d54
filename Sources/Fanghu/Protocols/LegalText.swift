package import Foundation

/// A text that people read or sign, in both languages, with the version that is recorded with every signature.
package struct LegalText: Hashable, Sendable {
    package let kind: Kind
    package let version: String
    package let validFrom: CivilDate
    package let source: String
    package let title: Words
    /// With places such as `{name}` to be filled.
    package let paragraphs: [Words]

    package enum Kind: String, CaseIterable, Codable, Sendable {
        /// Shown before a registration (R-PRIV-03).
        case collection
        /// F-03.
        case notice
        /// F-04.
        case commitment
    }

    /// What can be filled in.
    package enum Blank: String, CaseIterable, Sendable {
        case name
        case address
        case from
        case to
        case release
        case threshold
        case contact
        case phone
    }

    /// The paragraphs in one language with its blanks filled; what is not given becomes a line to write on.
    package func paragraphs(in language: Language, filling values: [Blank: String]) -> [String] {
        paragraphs.map { words in
            Blank.allCases.reduce(words(in: language)) { text, blank in
                text.replacing("{\(blank.rawValue)}", with: values[blank] ?? "________")
            }
        }
    }
}

/// All versions of all texts.
package struct LegalTexts: Sendable {
    package let all: [LegalText]

    package init(_ all: [LegalText]) {
        self.all = all
    }

    /// Reads `texts/*.yaml` below a data folder.
    package static func load(from data: URL) throws(DocumentProblem) -> LegalTexts {
        var all: [LegalText] = []
        for document in try DocumentFolder(url: data.appending(path: "texts")).documents() {
            let text = try LegalText(document: document.name, yaml: document.text)
            guard !all.contains(where: { $0.kind == text.kind && $0.version == text.version }) else {
                throw DocumentProblem(document: document.name, path: "version", reason: .notAllowed(text.version))
            }
            all.append(text)
        }
        return LegalTexts(all)
    }

    /// The text of a kind that is in force on a day: the latest that has begun.
    package func text(_ kind: LegalText.Kind, on day: CivilDate) -> LegalText? {
        all.filter { $0.kind == kind && $0.validFrom <= day }.max { $0.validFrom < $1.validFrom }
    }

    /// The text that somebody read or signed.
    package func text(_ kind: LegalText.Kind, version: String) -> LegalText? {
        all.first { $0.kind == kind && $0.version == version }
    }
}

extension LegalText {
    private static let keys: Set<String> = ["kind", "version", "validFrom", "source", "title", "paragraphs"]

    /// A blank that nobody fills would be printed as it is, so an unknown one is refused.
    package init(document: String, yaml: String) throws(DocumentProblem) {
        let map = try DocumentNode(document: document, yaml: yaml).map(keys: LegalText.keys)
        kind = try map.required("kind").choice()
        version = try map.required("version").text()
        validFrom = try map.required("validFrom").day()
        source = try map.required("source").text()
        title = try map.required("title").words()
        var paragraphs: [Words] = []
        for item in try map.required("paragraphs").list() {
            let words = try item.words()
            for blank in (words.chinese + words.english).matches(of: /\{([^}]*)\}/).map(\.output.1)
            where Blank(rawValue: String(blank)) == nil {
                throw item.problem(.notAllowed("{\(blank)}"))
            }
            paragraphs.append(words)
        }
        self.paragraphs = paragraphs
    }
}
