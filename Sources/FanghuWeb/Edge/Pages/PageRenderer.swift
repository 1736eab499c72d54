import Fanghu
package import HTTPTypes
package import Hummingbird
import Logging
import Mustache
import NIOCore
import Synchronization

/// Prints pages: view model and template to HTML, in the reader's language.
package final class PageRenderer: Sendable {
    private let library: MustacheLibrary
    package let catalogue: Catalogue
    private let assets: AssetShelf
    private let names: CookieNames
    private let logger: Logger
    private let settings: EdgeSettings
    private let navigation = Mutex<[NavigationEntry]>([])

    init(share: ShareFolder, assets: AssetShelf, names: CookieNames, settings: EdgeSettings, logger: Logger) throws {
        library = try TemplateFolder.load(from: share.templates, adding: share.additionalTemplates)
        catalogue = try CatalogueFiles.load(from: share.catalogues, adding: share.additionalTexts)
        self.assets = assets
        self.names = names
        self.settings = settings
        self.logger = logger
    }

    /// Adds an entry to the desk's navigation.
    package func addNavigation(_ entry: NavigationEntry) {
        navigation.withLock { $0.append(entry) }
    }

    /// A text of the catalogue.
    package func text(_ phrase: Phrase, _ context: FanghuRequestContext) -> String {
        catalogue.text(phrase, in: context.language)
    }

    /// The page as an answer.
    package func response(
        _ page: some Page,
        to request: Request,
        _ context: FanghuRequestContext,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var reader = Reader(request, context)
        reader.notice = notice(context)
        let rendering = try rendering(of: page, for: reader)
        if !rendering.unknownNames.isEmpty {
            logger.error("\(type(of: page).template) asks for unknown names: \(rendering.unknownNames)")
        }
        var response = Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: rendering.html))
        )
        if reader.notice != nil {
            response.headers.append(
                HTTPField(name: .setCookie, value: names.setting(names.notice, to: "", seconds: 0))
            )
        }
        return response
    }

    /// Runs an act with what a form brought, and asks again where the act refuses the values.
    ///
    /// Refusals of kind `invalid` and `conflict` come back as the same page with all answers kept (422 or 409); whatever
    /// else is thrown goes on to the error edge.
    package func answer(
        _ form: FormValues,
        to request: Request,
        _ context: FanghuRequestContext,
        asking page: (FormView) async throws -> some Page,
        act: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await act()
        } catch {
            let refusals = (error as? Refusals)?.all ?? (error as? any Refusal).map { [$0] } ?? []
            let areMendable = refusals.allSatisfy { $0.kind == .invalid || $0.kind == .conflict }
            guard !refusals.isEmpty, areMendable else { throw error }
            let status = Mishap(error).status
            return try await response(page(FormView(form, refusals: refusals)), to: request, context, status: status)
        }
    }

    /// The answer, and the reader's language from now on: for pages that carry what was typed and cannot be left.
    func remembering(_ language: Language, with response: Response) -> Response {
        var response = response
        let cookie = names.setting(names.language, to: language.rawValue, seconds: 31_536_000)
        response.headers.append(HTTPField(name: .setCookie, value: cookie))
        return response
    }

    /// The page's HTML, and the names that its template asked for in vain; those are printed as `⟦name⟧`.
    package func rendering(of page: some Page, for reader: Reader) throws -> (html: String, unknownNames: [String]) {
        let template = type(of: page).template
        let view = ViewReader(catalogue: catalogue, language: reader.language)
        let frame = Frame(
            page,
            for: reader,
            navigation: entries(for: reader),
            own: settings.own,
            signOut: settings.signOut
        )
        let unknown = UnknownNames()
        let sheet = Sheet(
            page: view.fields(of: page),
            catalogue: catalogue.root(reader.language),
            asset: assets.fields,
            frame: view.fields(of: frame),
            unknown: unknown
        )
        guard let html = library.render(sheet, withTemplate: template) else { throw TemplateFault.missing(template) }
        return (html, unknown.all)
    }

    private func entries(for reader: Reader) -> [Frame.Entry] {
        guard let visitor = reader.visitor else { return [] }
        let here = String(reader.here.prefix { $0 != "?" })
        let shown = navigation.withLock { $0 }.filter { $0.isShown(visitor) }
        let current = shown.filter { $0.leads(to: here) }.max { $0.path.count < $1.path.count }
        return shown.map { Frame.Entry(path: $0.path, label: $0.label, isCurrent: $0.path == current?.path) }
    }

    /// What the page before left to be said; only keys that there are, since a cookie can hold anything.
    private func notice(_ context: FanghuRequestContext) -> Phrase? {
        guard let key = context.cookies[names.notice], catalogue.keys(in: .chinese).contains(key) else { return nil }
        return Phrase(key)
    }
}

extension PageRenderer {
    /// Sends a browser on and has the next page say something: `observation.notice.released`.
    package func seeOther(_ address: some Address, saying key: String, query: String = "") -> Response {
        var response = Response.seeOther(address, query: query)
        response.headers.append(HTTPField(name: .setCookie, value: names.setting(names.notice, to: key, seconds: 60)))
        return response
    }
}
