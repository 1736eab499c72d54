import HTTPTypes
package import Hummingbird

/// Where rooms hang their routes.
///
/// A room's file is a struct with its service, its renderer and one function:
///
/// ```
/// package struct ObservationRoutes {
///     let service: ObservationService
///     let pages: PageRenderer
///
///     package func add(to routes: Routes) {
///         routes.get(ObservationAddress.list, use: list)
///         routes.post(ObservationAddress.release("id"), use: release)
///     }
///
///     @Sendable func release(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
///         let id = try context.value(of: "id", as: ObservationID.self)
///         let form = try await request.form(context)
///         return try await pages.answer(form, to: request, context) {
///             ReleasePage(form: $0)                             // asked again, with what was wrong: 422
///         } act: {
///             try await service.release(id, …)
///             return .seeOther(ObservationAddress.list)
///         }
///     }
/// }
/// ```
///
/// Whatever a handler throws becomes a problem document under `/api/` and a page elsewhere; a handler catches nothing.
package struct Routes {
    /// Receives a request, answers it.
    package typealias Handler = @Sendable (Request, FanghuRequestContext) async throws -> Response

    private let add: (String, HTTPRequest.Method, @escaping Handler) -> Void

    init(_ add: @escaping (String, HTTPRequest.Method, @escaping Handler) -> Void) {
        self.add = add
    }

    /// Answers HEAD too.
    package func get(_ address: some Address, use handler: @escaping Handler) {
        add(address.path, .get, handler)
    }

    package func post(_ address: some Address, use handler: @escaping Handler) {
        add(address.path, .post, handler)
    }

    package func put(_ address: some Address, use handler: @escaping Handler) {
        add(address.path, .put, handler)
    }

    package func patch(_ address: some Address, use handler: @escaping Handler) {
        add(address.path, .patch, handler)
    }

    package func delete(_ address: some Address, use handler: @escaping Handler) {
        add(address.path, .delete, handler)
    }
}
