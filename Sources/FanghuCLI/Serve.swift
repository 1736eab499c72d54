import ArgumentParser
import Fanghu
import FanghuWeb
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import Store
import Synchronization
import UnixSignals

/// Serves pages and API, and runs the jobs of the minute.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Serve the pages and the API.",
        discussion: """
            fanghu serve --port 8080
            fanghu serve --host 0.0.0.0 --port 443 --certificate chain.pem --key key.pem
            With a certificate it speaks TLS and HTTP/2. SIGTERM ends it after the requests that are under way.
            """
    )

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port; 0 takes a free one.")
    var port = 8080

    @Option(help: "The certificate chain, PEM.")
    var certificate: String?

    @Option(help: "The certificate's private key, PEM.")
    var key: String?

    @Flag(help: "A proxy in front speaks TLS: cookies are marked secure.")
    var behindTLS = false

    @Flag(help: "Write no line for each request.")
    var quiet = false

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        guard (certificate == nil) == (key == nil) else {
            throw ValidationError("--certificate and --key go together")
        }
        let assembly = try await Assembly(options, .migrate)
        try await warnOfDemonstration(assembly)
        var logger = Logger(label: "fanghu")
        logger.logLevel = .info
        let accounts = assembly.accounts()
        let sessions = assembly.sessions(accounts)
        let observations = assembly.observations
        let intake = observations.makeIntake()
        let database = assembly.database
        let edge = try Edge(
            settings,
            share: ShareFolder(option: assembly.share.web.path),
            visitors: StaffVisitors(sessions),
            probe: { try await database.probe() },
            logger: logger
        )
        try Site.add(services(assembly, accounts, sessions, observations, intake), to: edge)
        let isListening = Atomic(false)
        let application = try application(edge) { isListening.store(true, ordering: .relaxed) }
        let jobs = Jobs(
            observations: observations,
            arrivals: assembly.arrivals,
            households: assembly.households,
            gates: assembly.gates,
            orders: assembly.orders,
            territory: assembly.territory,
            rules: assembly.rules,
            context: assembly.installation.context,
            logger: logger
        )
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [
                    .init(service: jobs, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: application, successTerminationBehavior: .gracefullyShutdownGroup),
                ],
                gracefulShutdownSignals: [.sigterm, .sigint],
                logger: logger
            )
        )
        do {
            try await group.run()
        } catch  where !isListening.load(ordering: .relaxed) {
            throw CommandRefusal.cannotListen(host: host, port: port, "\(error)")
        }
        try await database.close()
    }

    /// The server, which says where it listens as soon as it does.
    private func application(_ edge: Edge, onRunning: @escaping @Sendable () -> Void) throws -> some ApplicationProtocol
    {
        let host = host
        let scheme = settings.tls == nil ? "http" : "https"
        do {
            return try edge.application { port in
                onRunning()
                Console.note("fanghu: \(scheme)://\(host):\(port)/")
            }
        } catch  where settings.tls != nil {
            throw CommandRefusal.certificateUnreadable("\(error)")
        }
    }

    /// A demonstration's passwords are known to everybody, so it stays on this machine.
    private func warnOfDemonstration(_ assembly: Assembly) async throws {
        guard !["127.0.0.1", "::1", "localhost"].contains(host) else { return }
        guard try await DemoMark(assembly.installation).exists(among: assembly.drills.drills()) else { return }
        Console.note(
            "fanghu: 注意：这是演示数据库，密码人人皆知，却对 \(host) 开放。",
            "fanghu: careful: this is a demonstration whose passwords everybody knows, and \(host) is open to others."
        )
    }

    private var settings: EdgeSettings {
        var settings = EdgeSettings()
        settings.host = host
        settings.port = port
        settings.isBehindTLS = behindTLS
        settings.isLoggingRequests = !quiet
        settings.signIn = "/sign-in"
        settings.own = "/desk/me"
        settings.signOut = "/sign-out"
        if let certificate, let key { settings.tls = TLSFiles(certificate: certificate, key: key) }
        return settings
    }

    private func services(
        _ assembly: Assembly,
        _ accounts: AccountService,
        _ sessions: SessionService,
        _ observations: ObservationService,
        _ intake: DayRecordIntake
    ) throws -> SiteServices {
        let territory = assembly.territory
        return try SiteServices(
            sessions: sessions,
            accounts: accounts,
            arrivals: assembly.arrivals,
            observations: observations,
            intake: intake,
            people: assembly.people,
            peopleService: assembly.peopleService,
            names: AccountNames(database: assembly.database),
            places: assembly.places,
            divisions: assembly.installation.territoryService,
            dispatch: assembly.dispatch,
            orders: assembly.orders,
            coverage: assembly.coverage,
            households: assembly.households,
            canvass: assembly.canvass,
            roster: RosterService(
                accounts: accounts,
                owners: assembly.owners,
                territory: { territory.current }
            ),
            ledgers: assembly.ledgers,
            gates: GateServices(gates: assembly.gates, measures: assembly.measures, map: assembly.map),
            figures: assembly.figures,
            audit: assembly.audit,
            feed: assembly.feed,
            texts: assembly.texts,
            territory: { territory.current },
            openAPI: ShareFolder(option: assembly.share.web.path).openAPI(),
            context: assembly.context
        )
    }
}
