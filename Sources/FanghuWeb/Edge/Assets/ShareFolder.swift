package import Fanghu
package import Foundation

/// The folder with templates, texts and files, beside the binary or in a source checkout.
package struct ShareFolder: Sendable {
    package let root: URL
    /// Templates by name and texts by key that lie in no file; tests bring their own page so.
    package var additionalTemplates: [String: String] = [:]
    package var additionalTexts: [Language: [String: String]] = [:]

    /// Takes the folder named by the option, else the first that there is: `share/fanghu` beside the binary,
    /// `../share/fanghu` from it, `Sources/FanghuWeb` of the working directory.
    ///
    /// Throws with the list of places looked at, so that whoever starts the server knows where to put it.
    package init(option: String? = nil) throws(ShareFault) {
        let places = option.map { [URL(fileURLWithPath: $0)] } ?? ShareFolder.places
        let found = places.first { place in
            FileManager.default.fileExists(atPath: place.appendingPathComponent("Templates").path)
        }
        guard let found else { throw ShareFault(places: places.map(\.path)) }
        root = found
    }

    var templates: URL { root.appendingPathComponent("Templates") }
    var catalogues: URL { root.appendingPathComponent("Catalogues") }
    var assets: URL { root.appendingPathComponent("Assets") }

    private static var places: [URL] {
        let binary = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let folder = Bundle.main.executableURL?.deletingLastPathComponent() ?? binary.deletingLastPathComponent()
        let working = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
        return [
            folder.appendingPathComponent("share/fanghu"),
            folder.deletingLastPathComponent().appendingPathComponent("share/fanghu"),
            working.appendingPathComponent("Sources/FanghuWeb"),
        ]
    }
}

/// No share folder was found in any of these places.
package struct ShareFault: Error, CustomStringConvertible {
    package let places: [String]

    package var description: String {
        "no folder with templates at any of: \(places.joined(separator: ", ")); name it with --share"
    }
}
