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
    private let navigation = Mutex<[NavigationEntry]>([])

    init(share: ShareFolder, assets: AssetShelf, names: CookieNames, logger: Logger) throws {
        library = try TemplateFolder.load(from: share.templates, adding: share.additionalTemplates)
        catalogue = try CatalogueFiles.load(from: share.catalogues, adding: share.additionalTexts)
        self.assets = assets
        self.names = names
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
        let notice = notice(context)
        let html = try html(page, request, context, notice: notice)
        var response = Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: html))
        )
        if notice != nil {
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

    func html(
        _ page: some Page,
        _ request: Request,
        _ context: FanghuRequestContext,
        notice: Phrase? = nil
    ) throws -> String {
        let template = type(of: page).template
        let reader = ViewReader(catalogue: catalogue, language: context.language)
        let frame = Frame(page, request, context, navigation: entries(request, context), notice: notice)
        let unknown = UnknownNames()
        let sheet = Sheet(
            page: reader.fields(of: page),
            catalogue: catalogue.root(context.language),
            asset: assets.fields,
            frame: reader.fields(of: frame),
            unknown: unknown
        )
        guard let html = library.render(sheet, withTemplate: template) else { throw TemplateFault.missing(template) }
        if !unknown.all.isEmpty {
            logger.error("template \(template) asks for unknown names: \(unknown.all.joined(separator: ", "))")
        }
        return html
    }

    private func entries(_ request: Request, _ context: FanghuRequestContext) -> [Frame.Entry] {
        guard let visitor = context.visitor else { return [] }
        let path = request.uri.path
        return navigation.withLock { $0 }.filter { $0.isShown(visitor) }
            .map { Frame.Entry(path: $0.path, label: $0.label, isCurrent: path == $0.path) }
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
