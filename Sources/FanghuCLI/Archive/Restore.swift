import ArgumentParser
import Fanghu
import Foundation
import Store

/// Takes a backup back.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup into an empty database, and verify what came of it.",
        discussion: """
            fanghu restore 2020-02-10.fanghu
            fanghu restore city.fanghu --database sqlite:old.sqlite --force-empty
            All of it or nothing, into SQLite or PostgreSQL, whichever it came from. A database with data is refused; with
            --force-empty an SQLite file is first put aside as PATH.before-TIME. Stop the server first. Ends with 3 if a
            figure or the record of acts does not agree afterwards.
            """
    )

    @Argument(help: "The file that `fanghu backup` wrote.")
    var file: String

    @Flag(help: "Put an SQLite file that has data aside, and restore into a new one.")
    var forceEmpty = false

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    /// The archive and what the verification of the restored data found.
    private struct Document: Encodable {
        let ok: Bool
        let archive: ArchiveDocument
        let differences: Int
        let violations: Int
        let faults: Int
        let putAside: String?
    }

    func run() async throws {
        guard FileManager.default.fileExists(atPath: file) else { throw CommandRefusal.fileMissing(file) }
        // A damaged file must be found out before anything is put aside for it.
        _ = try Archive.verify(file)
        let url = try options.databaseURL
        let aside = forceEmpty ? try DatabaseAside(url, at: Context.live.now) : nil
        do {
            let document = try await restore(into: url, aside)
            report(document)
            guard document.ok else { throw ExitCode(CommandFailure.differences) }
        } catch let code as ExitCode {
            throw code
        } catch {
            try aside?.bringBack()
            throw error
        }
    }

    private func restore(into url: DatabaseURL, _ aside: DatabaseAside?) async throws -> Document {
        let database = try await Database(url: url)
        let bar = ProgressBar("restore")
        let summary = try await Archive.restore(file, into: database, migrations: MigrationList.all) {
            bar.show($0.rows, of: $0.totalRows)
        }
        bar.end()
        try await database.close()
        let installation = try await Installation(options, .asItIs)
        let figures = try await installation.verification.verify()
        let acts = try await installation.audit.verify()
        let isSealed = try await KeyMark.exists(in: installation.database)
        try await installation.database.close()
        let keys = options.keyFile(for: url)
        if isSealed, !keys.exists {
            Console.note(
                "fanghu: 还需把原来的密钥文件放到 \(keys.url.path)。",
                "fanghu: the key file of the old installation is still to be put at \(keys.url.path)."
            )
        }
        return Document(
            ok: figures.ok && acts.faults.isEmpty,
            archive: ArchiveDocument(file, summary),
            differences: figures.differences.count,
            violations: figures.violations.count,
            faults: acts.faults.count,
            putAside: aside?.path
        )
    }

    private func report(_ document: Document) {
        if json {
            try? Console.say(json: document)
        } else {
            Console.say(document.archive.line(in: Console.language))
            Console.say(
                document.ok ? "数字与事实相符，记录链完整" : "核对有出入，请运行 fanghu verify 查看",
                document.ok ? "figures and record of acts agree" : "something does not agree; see fanghu verify"
            )
        }
    }
}
