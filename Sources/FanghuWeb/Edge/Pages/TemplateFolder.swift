import Foundation
import Mustache

/// Reads all templates; a template is known by its file's name alone, wherever it lies.
///
/// The engine refuses `/` in a parent's name, and a room's templates can move between folders.
enum TemplateFolder {
    static func load(from folder: URL, adding others: [String: String]) throws -> MustacheLibrary {
        var library = MustacheLibrary()
        var names: Set<String> = []
        for file in try files(in: folder) {
            let name = file.deletingPathExtension().lastPathComponent
            guard names.insert(name).inserted else { throw TemplateFault.twice(name) }
            do {
                try library.register(String(contentsOf: file, encoding: .utf8), named: name)
            } catch let error as MustacheTemplate.ParserError {
                throw TemplateFault.unreadable(
                    file: file.lastPathComponent,
                    line: error.context.lineNumber,
                    reason: "\(error.error)"
                )
            }
        }
        for (name, text) in others { try library.register(text, named: name) }
        return library
    }

    static func files(in folder: URL) throws -> [URL] {
        guard let walker = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) else {
            throw TemplateFault.noFolder
        }
        return walker.compactMap { $0 as? URL }
            .filter { $0.pathExtension == "mustache" }
            .sorted { $0.path < $1.path }
    }
}

/// What is wrong with the templates.
package enum TemplateFault: Error, Equatable {
    case noFolder
    /// Two files of one name in different folders.
    case twice(String)
    case unreadable(file: String, line: Int, reason: String)
    /// A page asks for a template that there is not.
    case missing(String)
}
