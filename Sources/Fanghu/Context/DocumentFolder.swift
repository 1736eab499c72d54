import Foundation

/// A folder of YAML documents, read in the order of their names.
struct DocumentFolder {
    let url: URL

    /// Name and text of every `.yaml` file; `.yaml.example` and others are left alone.
    func documents() throws(DocumentProblem) -> [(name: String, text: String)] {
        do {
            return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
                .filter { $0.pathExtension == "yaml" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }
                .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
        } catch {
            throw DocumentProblem(document: url.lastPathComponent, path: "", reason: .unreadable("\(error)"))
        }
    }
}
