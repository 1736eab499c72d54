import Foundation

/// Where the program's own files lie: templates, assets and texts, and the data (rules, lists, boundaries).
///
/// Installed, both lie in one folder (`share/fanghu` with `data` in it). In a source checkout the web's files lie in
/// `Sources/FanghuWeb` and the data in `data`.
struct SharePlace {
    /// The folder with `Templates`, as the web's server wants it named.
    let web: URL
    /// The folder with `protocols`, `texts`, `divisions`.
    let data: URL

    /// Looks at the named folder alone, else beside the binary, above it (a checkout's `.build`), and in the working
    /// directory.
    init(option: String?) throws {
        let places = option.map { [URL(fileURLWithPath: $0)] } ?? Self.places
        for place in places {
            let layouts = [
                (web: place, data: place.appending(path: "data")),
                (web: place.appending(path: "Sources/FanghuWeb"), data: place.appending(path: "data")),
                // `--share Sources/FanghuWeb`, as a checkout's scripts may say.
                (
                    web: place,
                    data: place.deletingLastPathComponent().deletingLastPathComponent().appending(path: "data")
                ),
            ]
            for layout in layouts where Self.isComplete(layout.web, layout.data) {
                (web, data) = (layout.web, layout.data)
                return
            }
        }
        throw CommandRefusal.dataMissing(places.map(\.path))
    }

    private static func isComplete(_ web: URL, _ data: URL) -> Bool {
        let files = FileManager.default
        return files.fileExists(atPath: web.appending(path: "Templates").path)
            && files.fileExists(atPath: data.appending(path: "protocols").path)
    }

    private static var places: [URL] {
        let binary = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
        let folder = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
        var above = folder ?? binary.deletingLastPathComponent()
        var places = [above.appending(path: "share/fanghu")]
        places.append(above.deletingLastPathComponent().appending(path: "share/fanghu"))
        for _ in 0..<4 {
            above = above.deletingLastPathComponent()
            places.append(above)
        }
        places.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
        return places
    }
}
