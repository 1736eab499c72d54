import ArgumentParser
import Fanghu
import Foundation
import Store

/// Writes all data into one file.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Write all data into one file that either engine can take back.",
        discussion: """
            fanghu backup 2020-02-10.fanghu
            fanghu backup --database postgresql://fanghu@localhost/fanghu city.fanghu --json
            The server may go on working meanwhile. What is sealed stays sealed: keep the key file, in another place, or
            the names in the backup can never be read. The file is read back and checked before the command ends.
            """
    )

    @Argument(help: "The file to write.")
    var file: String

    @Flag(help: "Replace a file that is there.")
    var force = false

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard force || !FileManager.default.fileExists(atPath: file) else { throw CommandRefusal.fileExists(file) }
        let installation = try await Installation(options, .asItIs)
        let bar = ProgressBar("backup")
        let now = installation.context.now.microseconds
        _ = try await Archive.backup(installation.database, to: file, at: now) { bar.show($0.rows, of: $0.totalRows) }
        bar.end()
        let document = ArchiveDocument(file, try Archive.verify(file))
        try await installation.database.close()
        if json { return try Console.say(json: document) }
        Console.say(document.line(in: Console.language))
    }
}
