import Fanghu
import HTTPTypes

extension RouteRule {
    /// Ledgers; a file is its sender's alone, so the matrix asks about one that is not there.
    static let ledgers: [RouteRule] = [
        RouteRule(.get, "/desk/imports", .importPersons, .own),
        RouteRule(.post, "/desk/imports", .importPersons, .own),
        RouteRule(.get, "/desk/imports/{id}", .importPersons, .subject) { _ in unknownLedger },
        RouteRule(.post, "/desk/imports/{id}", .importPersons, .subject) { _ in unknownLedger },
        RouteRule(.post, "/desk/imports/{id}/undo", .importPersons, .subject) { _ in unknownLedger + "/undo" },
    ]

    private static let unknownLedger = "/desk/imports/01900000-0000-7000-8000-000000000009"
}
