import FanghuWeb
import Foundation

/// A template file as the lint tests read it.
struct TemplateSource {
    /// A tag: its sign (`#`, `>`, `<` … or none) and the name in it.
    struct Tag: Hashable {
        let sign: String
        let name: String
    }

    let name: String
    /// The folder below `Templates`: a room, `layouts` or `partials`.
    let folder: String
    let text: String

    var tags: [Tag] {
        text.matches(of: /\{\{([#^\/<>$&{!]?)\s*([^}\s]*)\s*\}?\}\}/)
            .map { Tag(sign: String($0.output.1), name: String($0.output.2)) }
    }

    /// Names that are printed or asked for.
    var lookups: [String] {
        tags.filter { ["", "#", "^"].contains($0.sign) }.map(\.name)
    }

    static func all() throws -> [TemplateSource] {
        let root = try ShareFolder().root.appendingPathComponent("Templates")
        let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return try (walker?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "mustache" }
            .map { file in
                try TemplateSource(
                    name: file.deletingPathExtension().lastPathComponent,
                    folder: file.deletingLastPathComponent().lastPathComponent,
                    text: String(contentsOf: file, encoding: .utf8)
                )
            }
    }
}

/// String literals in our Swift sources that could name a text; `\(…)` stands for one step or several.
enum SwiftLiterals {
    static func all() throws -> [String] {
        let root = try ShareFolder().root
        let walker = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        return try (walker?.allObjects ?? []).compactMap { $0 as? URL }
            .filter { $0.pathExtension == "swift" }
            .flatMap { file in
                try String(contentsOf: file, encoding: .utf8).matches(of: /"([a-z][A-Za-z]*\.[^"\s]*)"/)
                    .map { String($0.output.1) }
            }
    }

    /// Whether a literal names a key.
    static func names(_ literal: String, _ key: String) -> Bool {
        guard literal.contains("\\(") else { return literal == key }
        let pieces = literal.split(separator: /\\\([^)]*\)*\)/, omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, key.hasPrefix(first), key.hasSuffix(last) else {
            return false
        }
        return key.count >= pieces.reduce(0) { $0 + $1.count }
    }
}
