import ArgumentParser

/// What every verb needs to know: where the database, its keys and the program's own files are.
struct GlobalOptions: ParsableArguments {
    @Option(help: "The database: sqlite:PATH or postgresql://… (else FANGHU_DATABASE, else sqlite:fanghu.sqlite).")
    var database: String?

    @Option(help: "The key file (else FANGHU_KEYS, else PATH.keys beside the SQLite file, else fanghu.keys).")
    var keys: String?

    @Option(help: "The folder with templates and data (else FANGHU_SHARE, else beside the binary or its checkout).")
    var share: String?
}

/// Moves global options from before the verb to behind it, where every verb reads them.
enum GlobalArguments {
    private static let names: Set<String> = ["--database", "--keys", "--share"]

    static func moved(_ arguments: [String]) -> [String] {
        var before: [String] = []
        var rest = arguments[...]
        while let first = rest.first, first.hasPrefix("--") {
            if names.contains(first), rest.count > 1 {
                before += rest.prefix(2)
                rest = rest.dropFirst(2)
            } else if names.contains(where: { first.hasPrefix($0 + "=") }) {
                before.append(first)
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        // Without a verb there is nobody to read them: the overview of the verbs is shown.
        guard !rest.isEmpty else { return [] }
        let end = rest.firstIndex(of: "--") ?? rest.endIndex
        return Array(rest[..<end]) + before + Array(rest[end...])
    }
}
