import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Store
import Testing

/// The whole site on a small net, asked through the router without a port.
struct SiteHarness: Sendable {
    let net: Net
    let client: any TestClientProtocol
    let feed: Feed

    /// Runs a test against a fresh database.
    ///
    /// - Parameter listed: whether the net's divisions stand in the database too, as acts on places need them.
    static func run(
        at start: String = "2020-02-10T08:00:00+08:00",
        listed: Bool = false,
        _ test: @Sendable (SiteHarness) async throws -> Void
    ) async throws {
        try await withDatabase(.sqlite) { database in
            let net = Net(database, at: start)
            let feed = Feed()
            if listed { try await list(Net.territory, in: net) }
            let edge = try await site(net, feed)
            try await edge.application()
                .test(.router) { client in
                    try await test(SiteHarness(net: net, client: client, feed: feed))
                }
        }
    }

    static func site(_ net: Net, _ feed: Feed) async throws -> Edge {
        var logger = Logger(label: "site-test")
        logger.logLevel = .critical
        var settings = EdgeSettings()
        settings.isLoggingRequests = false
        settings.signIn = AccessAddress.signIn.path
        settings.own = AccessAddress.own.path
        settings.signOut = AccessAddress.signOut.path
        settings.libraries = nil
        let edge = try Edge(
            settings,
            share: ShareFolder(),
            visitors: StaffVisitors(net.sessions),
            probe: {},
            logger: logger
        )
        try Site.add(await services(net, feed), to: edge)
        return edge
    }

    private static func services(_ net: Net, _ feed: Feed) async throws -> SiteServices {
        let context = net.time.context
        let territory = try await TerritoryInForce(net.database)
        let places = PlacesService(
            database: net.database,
            territory: territory,
            policy: net.policy,
            context: context
        )
        return SiteServices(
            sessions: net.sessions,
            accounts: net.accounts,
            arrivals: net.arrivals,
            observations: net.observations,
            intake: net.intake,
            people: net.people,
            peopleService: peopleService(net),
            names: AccountNames(database: net.database),
            places: places,
            divisions: TerritoryService(
                database: net.database,
                territory: territory,
                policy: net.policy,
                context: context
            ),
            dispatch: net.dispatch,
            orders: net.orders,
            coverage: net.coverage,
            households: net.households,
            canvass: CanvassRoom(net).canvass,
            roster: net.roster,
            ledgers: LedgerService(
                database: net.database,
                policy: net.policy,
                people: net.people,
                territory: { Net.territory },
                reader: NoWorkbooks()
            ),
            gates: try await gates(net),
            figures: net.figures,
            audit: AuditService(database: net.database, policy: net.policy, context: context),
            feed: feed,
            texts: try LegalTexts.sample,
            territory: { Net.territory },
            openAPI: Data("{}".utf8),
            context: context
        )
    }

    private static func gates(_ net: Net) async throws -> GateServices {
        let room = try await GateRoom(net)
        return GateServices(gates: room.gates, measures: room.measures, map: room.map)
    }

    /// Imports a tree as an edition.
    static func list(_ tree: Territory, in net: Net, changing edits: [(String, String)] = []) async throws {
        let rows = tree.divisions.sorted { $0.code < $1.code }.map { "\($0.code),\($0.name)\n" }
        let text = edits.reduce("code,name\n" + rows.joined()) { $0.replacing($1.0, with: $1.1) }
        let service = TerritoryService(
            database: net.database,
            territory: try await TerritoryInForce(net.database),
            policy: net.policy,
            context: net.time.context
        )
        _ = try await service.importEdition(Array(text.utf8), named: "list.csv", by: .system(job: "test"))
    }

    /// The register at the desk.
    var service: PeopleService { SiteHarness.peopleService(net) }

    static func peopleService(_ net: Net) -> PeopleService {
        PeopleService(
            database: net.database,
            policy: net.policy,
            people: net.people,
            owners: OwnerBook(territory: { Net.territory })
        )
    }

    /// A bearer token of somebody with a role.
    func token(_ role: Role, at place: DivisionID = Net.committee) async throws -> String {
        try await token(of: net.staff(role, at: place))
    }

    func token(of actor: Actor) async throws -> String {
        guard case .staff(let staff) = actor else { preconditionFailure("only staff have tokens") }
        return try await net.sessions.makeToken(
            for: net.accounts.account(named: staff.account.text),
            label: "test",
            days: 30
        )
    }

    func get(_ path: String, as token: String? = nil, in language: Language = .chinese) async throws -> Answer {
        try await ask(path, .get, headers: headers(token, language))
    }

    func post(_ path: String, as token: String? = nil, _ form: [String: String] = [:]) async throws -> Answer {
        var headers = headers(token, .chinese)
        headers[.contentType] = "application/x-www-form-urlencoded"
        return try await ask(path, .post, headers: headers, body: SiteHarness.encoded(form))
    }

    /// Asks for what one has already, by its mark.
    func get(_ path: String, as token: String, knowing mark: String) async throws -> Answer {
        var headers = headers(token, .chinese)
        headers[.ifNoneMatch] = mark
        return try await ask(path, .get, headers: headers)
    }

    /// Sends a body of several parts, as a form with a file does.
    func upload(_ path: String, as token: String?, _ body: String, boundary: String) async throws -> Answer {
        var headers = headers(token, .chinese)
        headers[.contentType] = "multipart/form-data; boundary=\(boundary)"
        return try await ask(path, .post, headers: headers, body: body)
    }

    func post(_ path: String, as token: String?, json: String) async throws -> Answer {
        var headers = headers(token, .chinese)
        headers[.contentType] = "application/json"
        return try await ask(path, .post, headers: headers, body: json)
    }

    func ask(
        _ path: String,
        _ method: HTTPRequest.Method,
        headers: HTTPFields,
        body: String? = nil
    ) async throws -> Answer {
        let response = try await client.execute(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
        let answer = Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
        // A name that a template asked for in vain.
        #expect(!answer.text.contains("⟦"), "\(path)")
        return answer
    }

    static func encoded(_ form: [String: String]) -> String {
        form.map { "\(AddressText.encoded($0.key))=\(AddressText.encoded($0.value))" }.joined(separator: "&")
    }

    private func headers(_ token: String?, _ language: Language) -> HTTPFields {
        var headers: HTTPFields = [.acceptLanguage: language.rawValue]
        if let token { headers[.authorization] = "Bearer \(token)" }
        return headers
    }
}

/// What came back.
struct Answer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let text: String

    var location: String? { headers[.location] }

    /// The problem document's stable code.
    var code: String? { text.firstMatch(of: /"code":"([^"]+)"/).map { String($0.output.1) } }

    /// The value of a hidden field.
    func hidden(_ name: String) -> String? {
        guard let pattern = try? Regex("name=\"\(name)\" value=\"([^\"]*)\"", as: (Substring, Substring).self) else {
            return nil
        }
        return text.firstMatch(of: pattern).map { String($0.output.1) }
    }
}

/// A browser with a cookie of its own.
actor Browser {
    private let site: SiteHarness
    private(set) var cookies: [String: String] = [:]
    private(set) var last = Answer(status: .ok, headers: [:], text: "")

    init(_ site: SiteHarness) {
        self.site = site
    }

    @discardableResult
    func get(_ path: String) async throws -> Answer {
        try await keep(site.ask(path, .get, headers: headers))
    }

    /// Sends a form with the token of the page before, as a browser does.
    @discardableResult
    func post(_ path: String, _ form: [String: String] = [:]) async throws -> Answer {
        var form = form
        if form["csrf"] == nil, let token = last.hidden("csrf") { form["csrf"] = token }
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        headers[.userAgent] = "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0"
        return try await keep(site.ask(path, .post, headers: headers, body: SiteHarness.encoded(form)))
    }

    @discardableResult
    func signIn(_ name: String, _ password: String, next: String = "") async throws -> Answer {
        try await post("/sign-in", ["name": name, "password": password, "next": next])
    }

    private var headers: HTTPFields {
        var fields: HTTPFields = [.acceptLanguage: "zh"]
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ") }
        return fields
    }

    private func keep(_ answer: Answer) -> Answer {
        for cookie in answer.headers[values: .setCookie] {
            let pair = cookie.prefix { $0 != ";" }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            cookies[String(pair[0])] = pair[1].isEmpty ? nil : String(pair[1])
        }
        last = answer
        return answer
    }
}
