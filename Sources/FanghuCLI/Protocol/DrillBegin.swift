import ArgumentParser
import Fanghu

/// Puts old rules into force again in one place.
struct DrillBegin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill",
        abstract: "Begin a drill: an older version holds again in one place.",
        discussion: """
            fanghu protocol drill sh-2020-02 --at 310105002 --from 2026-03-01 --until 2026-03-15
            Its title says that it is a drill. Never hold one in a database with real people.
            """
    )

    @Argument(help: "The version, as `fanghu protocol list` names it.")
    var version: String

    @Option(help: "The code of the place, 2 to 12 digits.")
    var at: String

    @Option(help: "The first day; today if absent.")
    var from: CivilDate?

    @Option(help: "The first day on which it is over; until ended if absent.")
    var until: CivilDate?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let model = try assembly.rules.current.version(ProtocolID(version))
        let place = try assembly.installation.place(at)
        let drill = Drill(place: place, version: model.id, from: from ?? assembly.context.now.day, to: until)
        try await assembly.drills.begin(drill, by: assembly.console)
        try DrillDocument(drill).say(inJSON: json)
    }
}

/// Ends a drill.
struct DrillEnd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "end-drill",
        abstract: "End the drill in a place; who is observed by it stays so until released.",
        discussion: "fanghu protocol end-drill --at 310105002"
    )

    @Option(help: "The code of the place, 2 to 12 digits.")
    var at: String

    @Option(help: "The first day on which it is over; tomorrow if absent, so that today keeps one rule.")
    var on: CivilDate?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try assembly.installation.place(at)
        let end = on ?? assembly.context.now.day.adding(days: 1)
        let drill = try await assembly.drills.end(at: place, on: end, by: assembly.console)
        try DrillDocument(drill).say(inJSON: json)
    }
}

/// A drill as the command line shows it.
struct DrillDocument: Encodable {
    let place: DivisionID
    let version: ProtocolID
    let from: CivilDate
    let until: CivilDate?

    init(_ drill: Drill) {
        place = drill.place
        version = drill.version
        from = drill.from
        until = drill.to
    }

    func say(inJSON: Bool) throws {
        if inJSON { return try Console.say(json: self) }
        Console.say("\(version)  \(place)  \(from.iso) – \(until?.iso ?? "…")")
    }
}
