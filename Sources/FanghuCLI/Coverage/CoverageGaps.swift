import ArgumentParser
import Fanghu

/// Counts the gaps of a territory, and lists those of one kind.
struct CoverageGaps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "Count places in no piece, pieces without an owner and places nobody has heard from; list one kind.",
        discussion: """
            fanghu coverage gaps --under 310105002 --json
            fanghu coverage gaps --under 310105002 --since 2020-02-09 --gap unheard --json
            """
    )

    @Option(help: "The division, 2 to 12 digits.")
    var under: String

    @Option(help: "Before which day the last word is too old; today if absent.")
    var since: CivilDate?

    @Option(help: "uncovered, unheard or overlapping: list these places, every one of them.")
    var gap: CoverageGap?

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    private struct Document: Encodable {
        let under: DivisionID
        let since: CivilDate
        let uncovered: Int
        /// Pieces that nobody owns.
        let unowned: Int
        let unheard: Int
        let overlapping: Int
        /// Absent where no kind was asked for.
        var places: [Place]?
    }

    private struct Place: Encodable {
        let committee: DivisionID
        let id: PlaceID
        let kind: CoveredKind
        let address: String
        let piece: String?
        let owner: AccountID?
        let heardAt: Instant?

        init(_ gap: GapPlace) {
            committee = gap.committee
            id = gap.place
            kind = gap.isDwelling ? .dwelling : .premises
            address = gap.address
            piece = gap.pieceName
            owner = gap.owner
            heardAt = gap.heardAt
        }
    }

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try assembly.installation.place(under)
        let day = since ?? assembly.context.now.day
        let figures = try await assembly.installation.figures.report(under: place, for: assembly.console).total
        var document = Document(
            under: place,
            since: day,
            uncovered: try await count(.uncovered, under: place, since: day, assembly),
            unowned: figures.cumulative[.coveragePiecesUnowned, default: 0],
            unheard: try await count(.unheard, under: place, since: day, assembly),
            overlapping: try await count(.overlapping, under: place, since: day, assembly)
        )
        if let gap { document.places = try await list(gap, under: place, since: day, assembly) }
        if json { return try Console.say(json: document) }
        Console.say("未划入\t\(document.uncovered)", "covered by nobody\t\(document.uncovered)")
        Console.say("无责任人\t\(document.unowned)", "pieces without an owner\t\(document.unowned)")
        Console.say("未联系到\t\(document.unheard)", "not heard from\t\(document.unheard)")
        Console.say("重复登记\t\(document.overlapping)", "registered twice\t\(document.overlapping)")
        for place in document.places ?? [] {
            Console.say("\(place.committee)\t\(place.address)\t\(place.piece ?? "–")")
        }
    }

    private func count(
        _ gap: CoverageGap,
        under place: DivisionID,
        since day: CivilDate,
        _ assembly: Assembly
    ) async throws -> Int {
        try await assembly.coverage.gaps(gap, under: place, since: day.instant(), limit: 1, for: assembly.console).total
    }

    private func list(
        _ gap: CoverageGap,
        under place: DivisionID,
        since day: CivilDate,
        _ assembly: Assembly
    ) async throws -> [Place] {
        var places: [Place] = []
        var key: GapKey? = .start
        while let after = key {
            let page = try await assembly.coverage.gaps(
                gap,
                under: place,
                since: day.instant(),
                after: after,
                limit: 5000,
                for: assembly.console
            )
            places += page.places.map(Place.init)
            key = page.next
        }
        return places
    }
}

extension CoverageGap: ExpressibleByArgument {}
