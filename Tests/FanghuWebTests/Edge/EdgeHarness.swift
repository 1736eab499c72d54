import Fanghu
import FanghuWeb
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore

/// The edge with a gallery page and a few routes of its own, so that it is tested without any room.
enum EdgeHarness {
    static let secret = "5f3c9a"
    static let token = "machine-token"

    /// A session and a bearer token that are good; everything else is not.
    struct Visitors: VisitorSource {
        func visitor(for credential: Credential) async throws -> Visitor? {
            switch credential {
            case .session(secret), .bearer(token):
                guard let account = AccountID("00000000-0000-7000-8000-000000000001") else { return nil }
                return Visitor(account: account, name: "王秀兰", credential: credential, actor: .visitor)
            case .session, .bearer: return nil
            }
        }
    }

    static var visitor: Visitor? {
        get async throws { try await Visitors().visitor(for: .session(secret)) }
    }

    enum GalleryAddress: Address {
        case page
        case item(Slot<ObservationID>)
        case records
        case fault
        case overloaded
        case signedIn

        static let all: [GalleryAddress] = [.page, .item("id"), .records, .fault, .overloaded, .signedIn]

        var path: String {
            switch self {
            case .page: "/gallery"
            case .item(let id): "/api/v1/gallery/\(id)"
            case .records: "/api/v1/gallery"
            case .fault: "/gallery/fault"
            case .overloaded: "/api/v1/overloaded"
            case .signedIn: "/gallery/private"
            }
        }
    }

    struct Draft: StrictDraft {
        let id: ObservationID
        let celsius: Double
        let day: CivilDate?
        let tags: [String]?

        enum CodingKeys: String, CodingKey {
            case id
            case celsius
            case day
            case tags
        }
    }

    enum GalleryRefusal: Refusal {
        case nameMissing
        case tooHot

        var code: String { self == .nameMissing ? "gallery.nameMissing" : "gallery.tooHot" }
        var kind: RefusalKind { self == .nameMissing ? .invalid : .overloaded }
        var field: String? { self == .nameMissing ? "name" : nil }
        var words: Words { Words("请填写姓名。", "Enter the name.") }
    }

    struct Broken: Error {
        let secret = "SELECT * FROM person WHERE name = '王秀兰'"
    }

    static func edge(
        _ settings: EdgeSettings = quiet,
        probe: @escaping @Sendable () async throws -> Void = {}
    ) throws
        -> Edge
    {
        let edge = try Edge(settings, share: galleryShare(), visitors: Visitors(), probe: probe, logger: silent)
        add(to: edge)
        return edge
    }

    static var silent: Logger {
        var logger = Logger(label: "edge-test")
        logger.logLevel = .critical
        return logger
    }

    static var quiet: EdgeSettings {
        var settings = EdgeSettings()
        settings.isLoggingRequests = false
        settings.signIn = "/sign-in"
        settings.signOut = "/sign-out"
        settings.libraries = nil
        return settings
    }

    /// Runs a test against the router, without a port.
    static func run(
        _ settings: EdgeSettings = quiet,
        _ test: @Sendable (any TestClientProtocol) async throws -> Void
    )
        async throws
    {
        try await edge(settings).application().test(.router, test)
    }

    private static func add(to edge: Edge) {
        let pages = edge.pages
        edge.routes.get(GalleryAddress.page) { request, context in
            try pages.response(GalleryPage(), to: request, context)
        }
        edge.routes.post(GalleryAddress.page) { request, context in
            let form = try await request.form(context)
            return try await pages.answer(form, to: request, context) {
                GalleryPage(form: $0)
            } act: {
                guard form.optionalText("name") != nil else { throw GalleryRefusal.nameMissing }
                _ = try form.picture("photo")
                return pages.seeOther(GalleryAddress.page, saying: "gallery.saved")
            }
        }
        edge.routes.post(GalleryAddress.records) { request, context in
            let draft = try await request.decodeStrict(Draft.self, context: context)
            return try Response.json(["celsius": draft.celsius], status: .created)
        }
        edge.routes.get(GalleryAddress.item("id")) { _, context in
            try Response.json(["id": context.value(of: "id", as: ObservationID.self).text])
        }
        edge.routes.get(GalleryAddress.fault) { _, _ in throw Broken() }
        edge.routes.post(GalleryAddress.overloaded) { _, _ in throw GalleryRefusal.tooHot }
        edge.routes.get(GalleryAddress.signedIn) { request, context in
            _ = try context.signedIn()
            return try pages.response(GalleryPage(), to: request, context)
        }
    }
}
