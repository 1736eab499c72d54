import Fanghu
import Foundation
import Store

/// An opened database with its divisions: enough for every verb that touches no sealed data.
struct Installation {
    let url: DatabaseURL
    let database: Database
    let context: Context
    let territory: TerritoryInForce
    let policy: Policy

    /// Whether a verb may bring the schema up to date, or only reads what is there.
    enum Preparation {
        case migrate
        case asItIs
    }

    init(_ options: GlobalOptions, _ preparation: Preparation, context: Context = .live) async throws {
        url = try options.databaseURL
        if preparation == .asItIs, url.engine == .sqlite, !FileManager.default.fileExists(atPath: url.target) {
            // Opening would make an empty file, and a mistyped name would look like an empty register.
            throw CommandRefusal.databaseMissing(url.target)
        }
        database = try await Database(url: url)
        switch preparation {
        case .migrate: try await database.migrate(MigrationList.all, at: context.now.microseconds)
        case .asItIs:
            guard try await database.isCurrent(MigrationList.all) else { throw CommandRefusal.databaseUnprepared }
        }
        let territory = try await TerritoryInForce(database)
        self.territory = territory
        self.context = context
        policy = Policy { territory.current.ranges(under: $0) }
    }

    /// The actor for whom the console acts; what it does stands in the record of acts.
    var console: Actor { .system(job: "console") }

    var audit: AuditService { AuditService(database: database, policy: policy, context: context) }
    var verification: VerificationService { VerificationService(database: database) }

    var figures: FiguresService {
        FiguresService(
            database: database,
            policy: policy,
            territory: { [territory] in territory.current },
            context: context
        )
    }

    var territoryService: TerritoryService {
        TerritoryService(database: database, territory: territory, policy: policy, context: context)
    }

    /// A division by its code of 2 to 12 digits; refused when the list in force does not have it.
    func place(_ code: String) throws -> DivisionID {
        guard let id = DivisionID(code) else { throw AccessRefusal.unknownPlace }
        let listed = DivisionCode(id.text).flatMap { territory.current.node(code: $0) } ?? territory.current.node(id)
        guard let listed else { throw AccessRefusal.unknownPlace }
        return listed.id
    }
}
