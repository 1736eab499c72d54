import ArgumentParser
import Fanghu
import Foundation
import Store

/// Which database a command works on; it may stand before or after the command's name.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .customLong("database"),
        help: "sqlite:PATH or postgresql://USER@HOST/NAME; else FANGHU_DATABASE, else sqlite:fanghu.sqlite."
    )
    var address: String?

    /// Opens the database and brings its schema up to date.
    func open(_ context: Context = .live) async throws -> Database {
        let environment = ProcessInfo.processInfo.environment["FANGHU_DATABASE"]
        let database = try await Database(url: DatabaseURL(address ?? environment ?? "sqlite:fanghu.sqlite"))
        try await database.migrate(MigrationList.all, at: context.now.microseconds)
        return database
    }
}
