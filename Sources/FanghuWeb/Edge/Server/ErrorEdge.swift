import Fanghu
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Turns whatever was thrown into an answer: a problem document for programs, a page for people.
///
/// A refusal tells what to do next. A fault tells a reference, and the log has the rest.
struct ErrorEdge: RouterMiddleware {
    typealias Context = FanghuRequestContext

    let pages: PageRenderer
    let methods: MethodTable
    /// Where somebody is sent who must sign in first; nil where nobody can.
    let signIn: String?

    func handle(
        _ request: Request,
        context: FanghuRequestContext,
        next: (Request, FanghuRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            return answer(to: error, request, context)
        }
    }

    private func answer(to error: any Error, _ request: Request, _ context: FanghuRequestContext) -> Response {
        var mishap = Mishap(error)
        if mishap.status == .notFound, let allowed = methods.allowed(for: request) {
            mishap = .methodNotAllowed(allowed: allowed)
        }
        if mishap.isFault {
            context.logger.error("fault: \(FaultText.of(error))", metadata: ["route": "\(context.route)"])
        }
        do {
            if request.isForProgram {
                return try ProblemDocument(mishap, in: context.language, reference: context.reference)
                    .response(headers: mishap.headers)
            }
            return try page(for: mishap, request, context)
        } catch {
            context.logger.error("no page for the fault: \(FaultText.of(error))")
            return plainText(mishap, context)
        }
    }

    private func page(for mishap: Mishap, _ request: Request, _ context: FanghuRequestContext) throws -> Response {
        if mishap.status == .unauthorized, request.method == .get, let signIn {
            let query = AddressText.query([("next", request.uri.string)])
            return Response(status: .seeOther, headers: [.location: signIn + query])
        }
        let page = ErrorPage(
            mishap,
            signIn: mishap.status == .unauthorized ? signIn : nil,
            reference: context.reference
        )
        var response = try pages.response(page, to: request, context, status: mishap.status)
        response.headers.append(contentsOf: mishap.headers)
        return response
    }

    private func plainText(_ mishap: Mishap, _ context: FanghuRequestContext) -> Response {
        var headers = mishap.headers
        headers[.contentType] = "text/plain; charset=utf-8"
        let text = "\(mishap.words(in: .chinese))\n\(mishap.words(in: .english))\n\(context.reference)\n"
        return Response(status: mishap.status, headers: headers, body: .init(byteBuffer: ByteBuffer(string: text)))
    }
}

extension FanghuRequestContext {
    /// The route's template, for the log.
    var route: String { endpointPath ?? "NotFound" }
}
