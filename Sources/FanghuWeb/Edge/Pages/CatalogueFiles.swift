import Fanghu
import Foundation

/// Reads the catalogues: files `room.zh.strings` and `room.en.strings` of lines `key = text`.
///
/// `#` begins a comment line. A file a room and language, so that rooms do not edit each other's.
enum CatalogueFiles {
    static func load(from folder: URL, adding others: [Language: [String: String]]) throws -> Catalogue {
        var texts = others
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "strings" {
            let parts = file.lastPathComponent.split(separator: ".")
            guard parts.count == 3, let language = Language(rawValue: String(parts[1])) else {
                throw CatalogueFault.fileName(file.lastPathComponent)
            }
            let text = try String(contentsOf: file, encoding: .utf8)
            for (key, value) in try entries(text, file: file.lastPathComponent) {
                guard texts[language, default: [:]].updateValue(value, forKey: key) == nil else {
                    throw CatalogueFault.clash(key: key)
                }
            }
        }
        return try Catalogue(texts)
    }

    static func entries(_ text: String, file: String) throws(CatalogueFault) -> [(String, String)] {
        var entries: [(String, String)] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let trimmed = line.trimmingCharacters(in: .whitespaces)
            if trimmed.isEmpty || trimmed.hasPrefix("#") { continue }
            guard let equals = trimmed.firstIndex(of: "=") else {
                throw CatalogueFault.malformedLine(file: file, line: index + 1)
            }
            let key = trimmed[..<equals].trimmingCharacters(in: .whitespaces)
            let value = trimmed[trimmed.index(after: equals)...].trimmingCharacters(in: .whitespaces)
            guard !key.isEmpty, !value.isEmpty else {
                throw CatalogueFault.malformedLine(file: file, line: index + 1)
            }
            entries.append((key, value))
        }
        return entries
    }
}
