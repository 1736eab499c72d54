import ArgumentParser
import Fanghu

/// Lists the versions of the rules.
struct ProtocolList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the versions of the rules, and mark the one in force in a place on a day.",
        discussion: """
            fanghu protocol list --at 310105002001
            fanghu protocol list --at 31 --on 2020-02-10 --json
            """
    )

    @Option(help: "The code of the place, 2 to 12 digits; the whole country if absent.")
    var at: String?

    @Option(help: "The day; today if absent.")
    var on: CivilDate?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let tree = assembly.territory.current
        let path = try at.map { tree.path(to: try assembly.installation.place($0)).map(\.id) } ?? []
        let book = assembly.rules.current
        let inForce = try? book.version(inForceOn: on ?? assembly.context.now.day, at: path)
        let documents = book.versions.map { VersionDocument($0, isInForce: $0.id == inForce?.id) }
        if json { return try Console.say(json: documents) }
        for document in documents { Console.say(document.line) }
    }
}

/// A version as the command line shows it.
struct VersionDocument: Encodable {
    let id: ProtocolID
    let jurisdiction: String
    let validFrom: CivilDate
    let validTo: CivilDate?
    let title: String
    let classes: Int
    let inForce: Bool

    init(_ version: ProtocolVersion, isInForce: Bool) {
        id = version.id
        jurisdiction = version.jurisdiction.text
        validFrom = version.validFrom
        validTo = version.validTo
        title = version.title(in: Console.language)
        classes = version.classes.count
        inForce = isInForce
    }

    var line: String {
        "\(inForce ? "*" : " ") \(id)  \(jurisdiction)  \(validFrom.iso) – \(validTo?.iso ?? "…")  \(title)"
    }
}
