import Fanghu
import FanghuTesting
import FanghuWeb
import Foundation
import HTTPTypes
import Store
import Testing

/// The description of the API against its addresses.
struct ContractTests {
    static func document() throws -> [String: Any] {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/FanghuWeb/Assets/openapi.json")
        let read = try JSONSerialization.jsonObject(with: Data(contentsOf: source))
        return try #require(read as? [String: Any])
    }

    @Test func `Every route of the API is described, and nothing else is`() async throws {
        try await withDatabase(.sqlite) { database in
            let paths = try #require(Self.document()["paths"] as? [String: [String: Any]])
            let described = paths.flatMap { path, acts in acts.keys.map { "\($0.uppercased()) \(path)" } }
                .filter { $0.contains(" /api/") }
            let registered = try await SiteHarness.site(Net(database), Feed()).registered
                .filter { $0.path.hasPrefix("/api/") && $0.method != .head }
                .map { "\($0.method) \($0.path)" }
            #expect(Set(described) == Set(registered))
        }
    }

    @Test func `Every reference within the description leads somewhere`() throws {
        let components = try #require(Self.document()["components"] as? [String: Any])
        let schemas = try #require(components["schemas"] as? [String: Any])
        let text = String(decoding: try JSONSerialization.data(withJSONObject: Self.document()), as: UTF8.self)
        let named = text.matches(of: /#\\?\/components\\?\/schemas\\?\/(\w+)/).map { String($0.output.1) }
        #expect(!named.isEmpty)
        #expect(Set(named).isSubset(of: Set(schemas.keys)))
    }
}
