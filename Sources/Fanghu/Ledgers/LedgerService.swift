import Foundation
package import Store

/// Takes the ledgers that committees have into the registers: the same code for the page and the command line.
package struct LedgerService: Sendable {
    let database: Database
    let policy: Policy
    let people: People
    let territory: @Sendable () -> Territory
    private let reader: any WorkbookReader
    let announce: @Sendable ([CounterDelta]) -> Void

    var context: Context { people.context }

    /// The longest ledger of one committee that is taken in one transaction.
    static let longest = 20_000

    package init(
        database: Database,
        policy: Policy,
        people: People,
        territory: @escaping @Sendable () -> Territory,
        reader: any WorkbookReader,
        announce: @escaping @Sendable ([CounterDelta]) -> Void = { _ in }
    ) {
        self.database = database
        self.policy = policy
        self.people = people
        self.territory = territory
        self.reader = reader
        self.announce = announce
    }

    /// A file as it was sent.
    package struct File: Sendable {
        package let name: String
        package let bytes: [UInt8]

        package init(name: String, bytes: [UInt8]) {
            self.name = String(name.suffix(200))
            self.bytes = bytes
        }
    }

    /// Reads a file as a table, whatever its name says it is.
    package func table(of file: File, sheet: String?) async throws -> LedgerTable {
        guard !file.bytes.isEmpty else { throw LedgerRefusal.empty }
        switch LedgerFormat(of: file.bytes) {
        case .workbook: return try await reader.table(of: file.bytes, sheet: sheet)
        case .text:
            guard file.bytes.count <= 200 << 20 else { throw LedgerRefusal.tooLarge }
            // A picture or a program is no text in any encoding.
            guard
                !file.bytes.prefix(4096).contains(0) || file.bytes.starts(with: [0xFF, 0xFE])
                    || file.bytes.starts(with: [0xFE, 0xFF])
            else { throw LedgerRefusal.notText }
            return LedgerTable(text: file.bytes)
        }
    }

    /// Imports a ledger, or says what importing it would do: the same work with its transactions rolled back.
    ///
    /// Exactly the same file a second time changes nothing.
    package func run(
        _ kind: LedgerKind,
        _ file: File,
        map: LedgerMap = LedgerMap(),
        of committee: DivisionID,
        dryRun: Bool,
        by actor: Actor,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> LedgerReport {
        _ = try policy.check(actor, .importPersons, at: committee, on: context.now)
        guard let division = territory().node(committee), division.level == .committee, !division.isRetired else {
            throw PlacesRefusal.committeeUnsuitable
        }
        let table = try await table(of: file, sheet: map.sheet)
        let digest = Array(people.vault.hash(Self.fingerprint(file, map), of: .secret).prefix(16))
        let isStanding = try await database.read { connection in
            try connection.value(LedgerQueries.standing(digest, kind, in: committee), as: Int.self) ?? 0 > 0
        }
        let act = LedgerAct(
            id: context.newID(),
            kind: kind,
            file: file.name,
            digest: digest,
            committee: committee,
            actor: actor,
            // A file that stands in the registers already is looked through and changes nothing.
            dryRun: dryRun || isStanding
        )
        var report =
            switch kind {
            case .households: try await takeHouseholds(table, map, act)
            case .premises: try await takePremises(table, map, act)
            case .persons: try await takePersons(table, map, act, progress)
            }
        if isStanding {
            report.isRepeat = true
            report.unchanged += report.created + report.changed
            (report.created, report.changed) = (0, 0)
        }
        return report
    }

    /// The wrong rows as they stood in the file, each with what is wrong: to correct and send again.
    package func corrections(
        of report: LedgerReport,
        _ file: File,
        map: LedgerMap = LedgerMap(),
        in language: Language
    ) async throws -> [UInt8] {
        let table = try await table(of: file, sheet: map.sheet)
        let wrong = Dictionary(grouping: report.problems, by: \.row)
        let header = table.rows.last { $0.number <= report.reading.headerRow }?.cells.map(\.text) ?? []
        let width = max(header.count, table.rows.map(\.cells.count).max() ?? 0)
        let title = Words("问题", "Problem")(in: language)
        let lines = table.rows.filter { wrong[$0.number] != nil }
            .map { row in
                let words = (wrong[row.number] ?? []).map { "\($0.column): \($0.words(in: language))" }
                return Self.padded(row.cells.map(\.text), to: width) + [words.joined(separator: "\n")]
            }
        let sheet = report.kind.words(in: language)
        return try await reader.workbook([Self.padded(header, to: width) + [title]] + lines, sheet: sheet)
    }

    /// The newest imports of the actor's territory.
    package func imports(under place: DivisionID? = nil, for actor: Actor) async throws -> [LedgerImport] {
        let scope = try policy.scope(for: actor, .importPersons, under: place, at: context.now)
        return try await database.read { try $0.all(LedgerQueries.newest(in: scope, limit: 50)) }
    }

    private static func padded(_ cells: [String], to width: Int) -> [String] {
        cells + Array(repeating: "", count: max(0, width - cells.count))
    }

    /// The content and how it is read; another sheet or mapping of the same file is another import.
    private static func fingerprint(_ file: File, _ map: LedgerMap) -> String {
        let columns = map.columns.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ";")
        return "\(map.sheet ?? "")|\(map.headerRow ?? 0)|\(columns)|" + Data(file.bytes).base64EncodedString()
    }
}

/// One import on its way.
struct LedgerAct: Sendable {
    let id: LedgerImportID
    let kind: LedgerKind
    let file: String
    let digest: [UInt8]
    let committee: DivisionID
    let actor: Actor
    let dryRun: Bool

    /// One thing that it touched, with what it was before where it was anything.
    func entry(_ subject: String, version: Int, before: Sealed<HouseholdMemory>? = nil) -> [SQLValue] {
        [committee.sqlValue, id.sqlValue, subject.sqlValue, version.sqlValue, before.sqlValue]
    }

    func row(_ report: LedgerReport, at instant: Instant) -> [SQLValue] {
        [
            committee.sqlValue, id.sqlValue, kind.rawValue.sqlValue, file.sqlValue, digest.sqlValue,
            report.rows.sqlValue, report.created.sqlValue, report.changed.sqlValue, report.unchanged.sqlValue,
            report.problems.count.sqlValue, instant.sqlValue, actor.account.sqlValue,
        ]
    }

    func audit(_ report: LedgerReport, by authority: Authority) -> AuditEntry.Draft {
        AuditEntry.Draft(
            committee: committee,
            authority: authority,
            act: "ledgers.import",
            subject: "import:\(id)",
            detail: "\(kind.rawValue): \(report.created) new, \(report.changed) changed, \(report.problems.count) wrong"
        )
    }
}

/// Leaves the transaction of a dry run with its report.
struct LedgerDryRunEnd: Error {
    let report: LedgerReport
}
