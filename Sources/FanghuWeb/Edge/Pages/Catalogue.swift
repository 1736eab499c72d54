package import Fanghu
import Mustache

/// The texts of the interface in all languages, looked up by dotted keys.
///
/// A text may name values of the page (`还有 {{waiting}} 条待发送`). Texts are plain: their own `<` is printed as such.
package final class Catalogue: Sendable {
    /// A text, a text with values, or a branch that holds more.
    enum Entry: Sendable {
        case text(String)
        case template(MustacheTemplate)
        case branch(Branch)
    }

    /// The texts below a part of a key.
    struct Branch: Sendable {
        let path: String
        var entries: [String: Entry] = [:]
    }

    private let roots: [Language: Branch]
    private let keys: [Language: Set<String>]

    /// `texts` by language and key; what a language lacks is taken from Chinese, and a test fails for it.
    init(_ texts: [Language: [String: String]]) throws {
        var roots: [Language: Branch] = [:]
        for language in Language.allCases {
            var root = Branch(path: "")
            let merged = (texts[.chinese] ?? [:]).merging(texts[language] ?? [:]) { _, own in own }
            for (key, text) in merged.sorted(by: { $0.key < $1.key }) {
                try root.add(try Catalogue.entry(text), at: key.split(separator: ".").map(String.init), of: key)
            }
            roots[language] = root
        }
        self.roots = roots
        keys = texts.mapValues { Set($0.keys) }
    }

    func root(_ language: Language) -> CatalogueNode {
        CatalogueNode(branch: roots[language] ?? Branch(path: ""))
    }

    /// A phrase as text; `⟦key⟧` when there is none.
    package func text(_ phrase: Phrase, in language: Language) -> String {
        switch entry(phrase.key, in: language) {
        case .text(let text): return text
        case .template(let template): return Catalogue.plain(template.render(phrase.values))
        case .branch, nil: return "⟦\(phrase.key)⟧"
        }
    }

    /// For the test that the languages agree.
    package func keys(in language: Language) -> Set<String> { keys[language] ?? [] }

    /// The values that a text names; for the test that the languages agree.
    package func valueNames(of key: String, in language: Language) -> Set<String> {
        guard case .template(let template) = entry(key, in: language) else { return [] }
        return Set(template.description.matches(of: /\{\{[#^]?([^}]*)\}\}/).map { String($0.output.1) })
    }

    private func entry(_ key: String, in language: Language) -> Entry? {
        var entry = roots[language].map(Entry.branch)
        for part in key.split(separator: ".") {
            guard case .branch(let branch) = entry else { return nil }
            entry = branch.entries[String(part)]
        }
        return entry
    }

    private static func entry(_ text: String) throws -> Entry {
        guard text.contains("{{") else { return .text(text) }
        return .template(try MustacheTemplate(string: escaped(text)))
    }

    /// A template's own text is printed as it is, so it is escaped beforehand like every other text.
    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// A phrase is printed by a page, which escapes it; so the template's escapes are undone first.
    private static func plain(_ text: String) -> String {
        text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}

extension Catalogue.Branch {
    fileprivate mutating func add(_ entry: Catalogue.Entry, at parts: [String], of key: String) throws {
        guard let first = parts.first else { throw CatalogueFault.clash(key: key) }
        if parts.count == 1 {
            guard entries[first] == nil else { throw CatalogueFault.clash(key: key) }
            entries[first] = entry
            return
        }
        switch entries[first] {
        case nil:
            var branch = Catalogue.Branch(path: path.isEmpty ? first : "\(path).\(first)")
            try branch.add(entry, at: Array(parts.dropFirst()), of: key)
            entries[first] = .branch(branch)
        case .branch(var branch):
            try branch.add(entry, at: Array(parts.dropFirst()), of: key)
            entries[first] = .branch(branch)
        case .text, .template: throw CatalogueFault.clash(key: key)
        }
    }
}

/// `t` in a template, and every step of `t.room.page.text`.
struct CatalogueNode: MustacheParent, MustacheCustomRenderable {
    let branch: Catalogue.Branch

    /// Printed when a key ends too early.
    var renderText: String { "⟦\(branch.path)⟧" }
    var isNull: Bool { false }

    func child(named name: String) -> Any? {
        switch branch.entries[name] {
        case .text(let text): text
        case .template(let template): template
        case .branch(let branch): CatalogueNode(branch: branch)
        case nil: Unknown(name: branch.path.isEmpty ? name : "\(branch.path).\(name)")
        }
    }
}

/// What is wrong with the catalogues; found when the server starts.
package enum CatalogueFault: Error, Equatable {
    /// The key is there twice, or is the beginning of another.
    case clash(key: String)
    case malformedLine(file: String, line: Int)
    case fileName(String)
}
