import Foundation
import Logging
import Mustache

/// All files that pages load: ours from the share folder, others' from the packages that the set-up installed.
///
/// A template names them by file name with `_` for other characters: `{{asset.app_css.url}}`, `…integrity`. A foreign
/// file that is not installed is absent, and `{{#asset.htmx_js}}…{{/asset.htmx_js}}` leaves it out.
struct AssetShelf: Sendable {
    private let byName: [String: Asset]
    private let byKey: [String: Asset]
    private let missing: Set<String>

    init(share: ShareFolder, libraries: URL?, logger: Logger) throws {
        var byKey: [String: Asset] = [:]
        for file in try FileManager.default.contentsOfDirectory(at: share.assets, includingPropertiesForKeys: nil) {
            if let asset = try Asset(fileName: file.lastPathComponent, bytes: Data(contentsOf: file)) {
                byKey[AssetShelf.key(file.lastPathComponent)] = asset
            }
        }
        var missing: Set<String> = []
        for library in try ForeignLibrary.list(in: share) {
            if let asset = library.asset(in: libraries) {
                byKey[AssetShelf.key(library.fileName)] = asset
            } else {
                missing.insert(AssetShelf.key(library.fileName))
            }
        }
        if !missing.isEmpty {
            logger.notice("serving without \(missing.sorted().joined(separator: ", ")): not installed (make setup)")
        }
        self.byKey = byKey
        self.missing = missing
        byName = Dictionary(byKey.values.map { ($0.name, $0) }) { first, _ in first }
    }

    subscript(name: String) -> Asset? { byName[name] }

    var paths: [String: String] { byKey.mapValues(\.path) }

    /// `asset` in a template.
    var fields: Fields {
        var values: [String: Any] = byKey.mapValues { asset in
            Fields(values: ["url": asset.path, "integrity": asset.integrity])
        }
        for key in missing { values[key] = Absent() }
        return Fields(values: values)
    }

    private static func key(_ fileName: String) -> String {
        String(fileName.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    }
}

/// A file of somebody else's that we serve, as `Assets/libraries.txt` lists it.
struct ForeignLibrary: Sendable {
    let fileName: String
    let package: String
    let path: String
    let licence: String

    /// Lines `name | package | path inside it | licence`; `#` begins a comment.
    static func list(in share: ShareFolder) throws -> [ForeignLibrary] {
        let file = share.assets.appendingPathComponent("libraries.txt")
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }
            .map { line in
                let parts = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
                guard parts.count == 4 else { throw AssetFault.malformedLine(String(line)) }
                return ForeignLibrary(fileName: parts[0], package: parts[1], path: parts[2], licence: parts[3])
            }
    }

    /// Nil when it is not installed.
    func asset(in folder: URL?) -> Asset? {
        guard let file = folder?.appendingPathComponent(path), let bytes = try? Data(contentsOf: file) else {
            return nil
        }
        return Asset(fileName: fileName, bytes: bytes)
    }
}

/// What is wrong with the list of foreign files.
enum AssetFault: Error {
    case malformedLine(String)
}
