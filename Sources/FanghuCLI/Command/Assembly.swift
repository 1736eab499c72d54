import Fanghu
import FanghuWeb
import Foundation
import Outreach
import Store

/// An installation with its keys and rules, and every room's service put together.
struct Assembly {
    let installation: Installation
    let share: SharePlace
    let vault: Vault
    let rules: ProtocolsInForce
    let texts: LegalTexts
    let catalogue: OrderCatalogue
    let feed = Feed()
    let outlines: OutlineShelf

    init(
        _ options: GlobalOptions,
        _ preparation: Installation.Preparation,
        context: Context = .live
    ) async throws {
        let share = try options.sharePlace
        let installation = try await Installation(options, preparation, context: context)
        let keys = try await Self.keys(options.keyFile(for: installation.url), for: installation)
        self.installation = installation
        self.share = share
        outlines = OutlineShelf(share.data.appending(path: "boundaries"), installation.territory)
        vault = Vault(keys)
        try await KeyMark.confirm(vault, in: installation.database, at: context.now)
        rules = try await ProtocolsInForce(ProtocolBook.load(from: share.data), installation.database)
        texts = try LegalTexts.load(from: share.data)
        catalogue = try OrderCatalogue.load(from: share.data)
    }

    /// The keys; made together with what they seal first, and never anew beside a database that has been written.
    private static func keys(_ file: KeyFile, for installation: Installation) async throws -> KeyRing {
        if file.exists { return try file.load() }
        guard try await !KeyMark.exists(in: installation.database) else {
            throw CommandRefusal.keysLost(file.url.path)
        }
        Console.note(
            "fanghu: 新建密钥文件 \(file.url.path)，请另存一份：丢失后数据无法打开。",
            "fanghu: made the key file \(file.url.path); keep a copy elsewhere, for without it nothing opens."
        )
        return try file.create(context: installation.context)
    }

    var database: Database { installation.database }
    var context: Context { installation.context }
    var territory: TerritoryInForce { installation.territory }
    var policy: Policy { installation.policy }
    var console: Actor { installation.console }
    var audit: AuditService { installation.audit }
    var owners: OwnerBook { OwnerBook(territory: { [territory] in territory.current }) }
    var people: People { People(vault: vault, context: context) }

    var places: PlacesService {
        PlacesService(
            database: database,
            territory: territory,
            policy: policy,
            context: context,
            boundaries: { [outlines] in outlines.index }
        )
    }

    var drills: DrillService { DrillService(database: database, policy: policy, context: context) }

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

    var ledgers: LedgerService {
        LedgerService(
            database: database,
            policy: policy,
            people: people,
            territory: { [territory] in territory.current },
            reader: PythonWorkbooks(data: share.data),
            announce: { [feed] in feed.announce($0) }
        )
    }

    var observations: ObservationService {
        ObservationService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            protocols: { [rules] in rules.current },
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
        DispatchService(database: database, policy: policy, context: context, announce: { [feed] in feed.announce($0) })
    }

    var orders: OrderService {
        OrderService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            catalogue: catalogue,
            context: context,
            announce: { [feed] in feed.announce($0) }
        )
    }

    var households: HouseholdService {
        HouseholdService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            context: context,
            announce: { [feed] in feed.announce($0) }
        )
    }

    var canvass: CanvassService {
        CanvassService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            territory: { [territory] in territory.current },
            context: context,
            announce: { [feed] in feed.announce($0) }
        )
    }

    var measures: MeasureService {
        MeasureService(
            database: database,
            policy: policy,
            places: places,
            territory: { [territory] in territory.current },
            context: context
        )
    }

    var gates: GateService {
        GateService(
            database: database,
            policy: policy,
            people: people,
            owners: owners,
            measures: measures,
            protocols: { [rules] in rules.current },
            announce: { [feed] in feed.announce($0) }
        )
    }

    var map: MapService {
        MapService(
            database: database,
            policy: policy,
            gates: gates,
            arrivals: arrivals,
            outlines: { [outlines] in outlines.index }
        )
    }

    var coverage: CoverageService {
        CoverageService(
            database: database,
            policy: policy,
            vault: vault,
            owners: owners,
            territory: { [territory] in territory.current },
            context: context,
            announce: { [feed] in feed.announce($0) }
        )
    }

    var figures: FiguresService { installation.figures }

    func accounts(_ cache: ActorCache = ActorCache()) -> AccountService {
        AccountService(database: database, policy: policy, vault: vault, context: context, cache: cache)
    }

    func sessions(_ accounts: AccountService) -> SessionService {
        SessionService(database: database, accounts: accounts, context: context)
    }
}
