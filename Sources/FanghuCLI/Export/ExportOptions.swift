import ArgumentParser
import Fanghu

/// Where an export goes, and how it says so.
struct ExportOptions: ParsableArguments {
    @Option(help: "The file to write; the standard output if not given.")
    var output: String?

    @Flag(help: "Replace a file that is there.")
    var force = false

    @Flag(help: "Say in JSON what was written; needs --output.")
    var json = false

    func validate() throws {
        guard !json || output != nil else { throw ValidationError("--json needs --output, for the table goes there.") }
    }

    /// What was written, for scripts.
    private struct Document: Encodable {
        let file: String
        let rows: Int
    }

    /// Writes a table, and says how many rows it has.
    func write(_ heading: [String], _ body: (TableOutput) async throws -> Void) async throws {
        let table = try TableOutput(path: output, force: force)
        try table.write(heading)
        try await body(table)
        try table.finish()
        guard let output, json else { return Console.note("fanghu: \(table.count) 行", "fanghu: \(table.count) rows") }
        try Console.say(json: Document(file: output, rows: table.count))
    }
}
