import Fanghu
import FanghuWeb
import Foundation
import Testing

/// The description of the API against its addresses.
struct ContractTests {
    static func document() throws -> [String: Any] {
        let source = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../Sources/FanghuWeb/Assets/openapi.json")
        let read = try JSONSerialization.jsonObject(with: Data(contentsOf: source))
        return try #require(read as? [String: Any])
    }

    @Test func `Every address of the API is described, and nothing else is`() throws {
        let paths = try #require(Self.document()["paths"] as? [String: Any])
        let described = Set(paths.keys.filter { $0.hasPrefix("/api/") })
        let addresses =
            ObservationAPIAddress.all.map(\.path) + ArrivalsAPIAddress.all.map(\.path)
            + FiguresAPIAddress.all.map(\.path) + ContractAddress.all.map(\.path)
        #expect(described == Set(addresses))
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
