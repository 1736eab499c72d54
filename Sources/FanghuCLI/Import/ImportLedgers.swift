import ArgumentParser
import Fanghu

/// Takes a ledger of households into the register.
struct ImportHouseholds: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "households",
        abstract: "Take a ledger of households into the register: who lives where, is away, or has let the dwelling.",
        discussion: """
            fanghu import households 住户.xlsx --committee 310105002001 --dry-run --json
            fanghu import households 住户.xlsx --committee 310105002001 --report 待更正.xlsx
            Columns are found by their headings (地址, 室号, 在住情况, 预计返沪日期, 居住人数, 房东, 户主, 联系电话 …), below titles and
            instructions; --map FILE.yaml says otherwise. Dwellings that the register lacks are added.
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "The code of the committee, 12 digits.")
    var committee: String

    func run() async throws {
        try await ledger.run(.households, committee: committee)
    }
}

/// Takes a ledger of premises into the register.
struct ImportPremises: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "premises",
        abstract: "Take a ledger of firms, shops, sites and markets into the register.",
        discussion: """
            fanghu import premises 商铺.xls --committee 310105002001 --dry-run --json
            Columns: 名称, 地址, 类别 (沿街商铺, 楼宇, 园区, 企业, 工地, 市场 …; guessed from the name where the file has none).
            """
    )

    @OptionGroup var ledger: LedgerOptions

    @Option(help: "The code of the committee, 12 digits.")
    var committee: String

    func run() async throws {
        try await ledger.run(.premises, committee: committee)
    }
}

/// Takes an import back.
struct ImportUndo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take an import back as a whole; what somebody has worked on since stays and is counted.",
        discussion: "fanghu import undo 01900000-0000-7000-8000-000000000001 --json"
    )

    @Argument(help: "The import, as its report or `fanghu import list` names it.")
    var id: String

    @Flag(help: "Answer in JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    private struct Document: Encodable {
        let undone: Int
        let kept: Int
    }

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        guard let id = LedgerImportID(id) else { throw LedgerRefusal.unknownImport }
        let result = try await assembly.ledgers.undo(id, by: assembly.console)
        if json { return try Console.say(json: Document(undone: result.undone, kept: result.kept)) }
        Console.say("撤销 \(result.undone)，保留 \(result.kept)", "\(result.undone) taken back, \(result.kept) kept")
    }
}

/// Lists imports.
struct ImportList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the newest imports with what they did.",
        discussion: "fanghu import list --under 310105002 --json"
    )

    @Option(help: "The division, 2 to 12 digits; everywhere if absent.")
    var under: String?

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: GlobalOptions

    private struct Document: Encodable {
        let id: LedgerImportID
        let committee: DivisionID
        let kind: LedgerKind
        let file: String
        let rows: Int
        let created: Int
        let changed: Int
        let unchanged: Int
        let errors: Int
        let at: Instant
        let undoneAt: Instant?

        init(_ found: LedgerImport) {
            id = found.id
            committee = found.committee
            kind = found.kind
            file = found.fileName
            rows = found.rows
            created = found.created
            changed = found.changed
            unchanged = found.unchanged
            errors = found.wrong
            at = found.at
            undoneAt = found.undoneAt
        }
    }

    func run() async throws {
        let assembly = try await Assembly(options, .asItIs)
        let place = try under.map { try assembly.installation.place($0) }
        let found = try await assembly.ledgers.imports(under: place, for: assembly.console).map(Document.init)
        if json { return try Console.say(json: found) }
        for line in found {
            Console.say(
                "\(line.id)  \(line.committee)  \(line.kind.rawValue)  \(line.file)  +\(line.created) ~\(line.changed)"
            )
        }
    }
}
