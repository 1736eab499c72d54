import ArgumentParser

/// The command line: one verb a file, found by its noun.
@main
struct FanghuCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fanghu",
        abstract: "Fanghu 防护网: a community's epidemic response, house by house.",
        discussion: """
            A first look, with invented people on real divisions:
              fanghu demo
              fanghu serve
            Everything lies in one database, named by --database or FANGHU_DATABASE:
              fanghu --database sqlite:township.sqlite verify
              FANGHU_DATABASE=postgresql://fanghu@localhost/fanghu fanghu serve
            It ends with 0 when done, 1 when refused (the words say what to do), 3 when verify, audit verify or doctor
            found something, 64 when called wrongly.
            """,
        subcommands: [
            Demo.self, Serve.self, TerritoryCommand.self, ImportCommand.self, ExportCommand.self, UserCommand.self,
            TokenCommand.self, ProtocolCommand.self, CoverageCommand.self, Verify.self,
            AuditCommand.self, Backup.self, Restore.self, Doctor.self,
        ]
    )

    /// Takes options that stand before the verb to its end, where every verb reads them.
    static func main() async {
        let arguments = GlobalArguments.moved(Array(CommandLine.arguments.dropFirst()))
        do {
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let failure where CommandFailure.isOurs(failure) {
            CommandFailure(failure).exit()
        } catch {
            exit(withError: error)
        }
    }
}
