package import HTTPTypes
package import Hummingbird
import HummingbirdCore
import HummingbirdHTTP2
package import Logging
import NIOCore
import NIOSSL

/// The web server without its rooms: router, guards, pages, files, health.
///
/// ```
/// let edge = try Edge(settings, share: ShareFolder(), visitors: sessions, probe: { try await database.probe() }, logger: logger)
/// ObservationRoutes(service: observations, pages: edge.pages).add(to: edge.routes)
/// try await edge.application().runService()
/// ```
package final class Edge {
    package let settings: EdgeSettings
    package let pages: PageRenderer
    package let metrics = Metrics()
    package let live: LiveStreams
    package let cookies: CookieNames
    let share: ShareFolder
    /// Where each file of ours lies now, by its name with `_` for other characters.
    let assetPaths: [String: String]
    private let router: Router<FanghuRequestContext>
    private let methods = MethodTable()
    private let logger: Logger

    /// `probe` asks the database for one row and throws when it does not answer.
    package init(
        _ settings: EdgeSettings,
        share: ShareFolder,
        visitors: any VisitorSource,
        probe: @escaping @Sendable () async throws -> Void,
        logger: Logger
    ) throws {
        self.settings = settings
        self.logger = logger
        live = LiveStreams(metrics: metrics, clock: settings.pulse)
        cookies = CookieNames(isSecure: settings.isSecure)
        self.share = share
        let shelf = try AssetShelf(share: share, libraries: settings.libraries, logger: logger)
        assetPaths = shelf.paths
        pages = try PageRenderer(share: share, assets: shelf, names: cookies, settings: settings, logger: logger)
        router = Router(context: FanghuRequestContext.self, options: [.autoGenerateHeadEndpoints])
        // Outermost first. Errors are answered inside of the headers, so that these stand on every answer.
        router.add(middleware: RequestLedger(metrics: metrics, isLogging: settings.isLoggingRequests))
        router.add(middleware: SecurityHeaders(isSecure: settings.isSecure))
        router.add(middleware: Doorstep(names: cookies, limits: settings.limits))
        router.add(middleware: ErrorEdge(pages: pages, methods: methods, signIn: settings.signIn))
        router.add(middleware: SizeGuard())
        router.add(middleware: Identification(names: cookies, visitors: visitors))
        router.add(middleware: CrossSiteGuard())
        HealthRoutes(metrics: metrics, probe: probe).add(to: routes)
        LanguageRoutes(names: cookies).add(to: routes)
        AssetRoutes(shelf: shelf).add(to: routes)
    }

    /// Where rooms hang their routes; before `application()` is called.
    package var routes: Routes {
        Routes { [router] path, method, handler in
            router.on(RouterPath(path), method: method, use: handler)
        }
    }

    /// Every route there is, for the test that addresses and routes agree.
    package var registered: [(path: String, method: HTTPRequest.Method)] {
        router.routes.map { (path: $0.path.description, method: $0.method) }
    }

    /// The finished server; `onRunning` is told the port.
    package func application(
        onRunning: @escaping @Sendable (Int) -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        methods.fill(from: router)
        return try Application(
            router: router,
            server: server(),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                serverName: nil
            ),
            onServerRunning: { channel in onRunning(channel.localAddress?.port ?? 0) },
            logger: logger
        )
    }

    private func server() throws -> HTTPServerBuilder {
        let idle = TimeAmount.seconds(Int64(settings.idleSeconds))
        let limits = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: 16 << 10,
            maxHeaderListSize: 32 << 10,
            maxHeaderFieldCount: 100
        )
        let plain = HTTP1Channel.Configuration(idleTimeout: idle, httpDecoderConfiguration: limits)
        guard let tls = settings.tls else { return .http1(configuration: plain) }
        let chain = try NIOSSLCertificate.fromPEMFile(tls.certificate).map(NIOSSLCertificateSource.certificate)
        let key = try NIOSSLPrivateKey(file: tls.key, format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain,
            privateKey: .privateKey(key)
        )
        configuration.minimumTLSVersion = .tlsv12
        return try .http2Upgrade(
            tlsConfiguration: configuration,
            configuration: .init(
                idleTimeout: .seconds(settings.idleSeconds),
                gracefulCloseTimeout: .seconds(10),
                streamConfiguration: plain
            )
        )
    }
}
