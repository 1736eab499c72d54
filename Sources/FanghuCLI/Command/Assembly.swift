import Fanghu
import FanghuWeb
import Foundation
import Store

/// Opens the database and its keys and puts every room's service together.
struct Assembly {
    let database: Database
    let context = Context.live
    let vault: Vault
    let territory: TerritoryInForce
    let rules: ProtocolBook
    let texts: LegalTexts
    let policy: Policy
    let feed: Feed

    /// Whether a verb may bring the schema up to date, or only reads what is there.
    enum Preparation {
        case migrate
        case asItIs
    }

    init(_ options: GlobalOptions, _ preparation: Preparation) async throws {
        let url = try options.databaseURL
        let database = try await Database(url: url)
        switch preparation {
        case .migrate: try await database.migrate(MigrationList.all, at: context.now.microseconds)
        case .asItIs:
            guard try await database.isCurrent(MigrationList.all) else {
                throw Complaint(
                    "数据库尚未准备或版本较旧，请先运行 fanghu serve 或 fanghu demo。",
                    "The database is empty or older than this program; run fanghu serve or fanghu demo first."
                )
            }
        }
        let territory = try await TerritoryInForce(database)
        let data = try options.dataFolder
        self.database = database
        self.territory = territory
        vault = Vault(try options.keyRing(for: url, context: context))
        rules = try ProtocolBook.load(from: data)
        texts = try LegalTexts.load(from: data)
        policy = Policy { territory.current.ranges(under: $0) }
        feed = Feed()
    }

    var owners: OwnerBook { OwnerBook(territory: { [territory] in territory.current }) }
    var people: People { People(vault: vault, context: context) }
    var console: Actor { .system(job: "console") }

    var territoryService: TerritoryService {
        TerritoryService(database: database, territory: territory, policy: policy, context: context)
    }

    var places: PlacesService {
        PlacesService(database: database, territory: territory, policy: policy, context: context)
    }

    var peopleService: PeopleService {
        PeopleService(database: database, policy: policy, people: people, owners: owners)
    }

    var peopleImport: PeopleImportService {
        PeopleImportService(
            database: database,
            policy: policy,
            people: people,
            territory: { [territory] in territory.current }
        )
    }

    var observations: ObservationService {
        ObservationService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            protocols: { [rules] in rules },
            context: context,
            announce: { [feed] in feed.announce($0) }
        )
    }

    var arrivals: ArrivalsService {
        ArrivalsService(
            database: database,
            policy: policy,
            vault: vault,
            people: people,
            observations: observations,
            territory: { [territory] in territory.current },
            noticeVersion: texts.text(.collection, on: context.now.day)?.version ?? ""
        )
    }

    var dispatch: DispatchService {
        DispatchService(database: database, policy: policy, context: context)
    }

    var figures: FiguresService {
        FiguresService(
            database: database,
            policy: policy,
            territory: { [territory] in territory.current },
            context: context
        )
    }

    func accounts(_ cache: ActorCache = ActorCache()) -> AccountService {
        AccountService(database: database, policy: policy, vault: vault, context: context, cache: cache)
    }

    func sessions(_ accounts: AccountService) -> SessionService {
        SessionService(database: database, accounts: accounts, context: context)
    }

    var audit: AuditService {
        AuditService(database: database, policy: policy, context: context)
    }
}
