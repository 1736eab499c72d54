import Fanghu
import FanghuWeb
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// What whoever watches the server sees.
struct HealthTests {
    struct Silence: Error {}

    @Test func `the process is up even when the database is not, but not ready`() async throws {
        let edge = try EdgeHarness.edge(probe: { throw Silence() })
        try await edge.application()
            .test(.router) { client in
                let alive = try await client.execute(uri: "/healthz", method: .get)
                let ready = try await client.execute(uri: "/readyz", method: .get)
                #expect(alive.status == .ok)
                #expect(ready.status == .serviceUnavailable)
            }
        try await EdgeHarness.run { client in
            for method in [HTTPRequest.Method.get, .head] {
                let ready = try await client.execute(uri: "/readyz", method: method)
                #expect(ready.status == .ok)
            }
        }
    }

    @Test func `requests are counted by route and status, never by address`() async throws {
        let edge = try EdgeHarness.edge()
        edge.metrics.gauge("fanghu_intake_waiting", help: "Facts waiting.") { 7 }
        try await edge.application()
            .test(.router) { client in
                for id in ["0190a000-0000-7000-8000-00000000000a", "0190a000-0000-7000-8000-00000000000b", "x"] {
                    _ = try await client.execute(uri: "/api/v1/gallery/\(id)", method: .get)
                }
                _ = try await client.execute(uri: "/secret-\(EdgeHarness.secret)", method: .get)
                if let odd = HTTPRequest.Method("BREW") { _ = try await client.execute(uri: "/gallery", method: odd) }
                let text = String(buffer: try await client.execute(uri: "/metrics", method: .get).body)
                let route = "route=\"/api/v1/gallery/{id}\",method=\"GET\""
                #expect(text.contains("fanghu_requests_total{\(route),status=\"200\"} 2\n"))
                #expect(text.contains("fanghu_requests_total{\(route),status=\"404\"} 1\n"))
                #expect(text.contains("fanghu_request_seconds_count{\(route)} 3\n"))
                #expect(text.contains("fanghu_request_seconds_bucket{\(route),le=\"+Inf\"} 3\n"))
                #expect(text.contains("fanghu_requests_in_flight 1\n"))
                #expect(text.contains("fanghu_intake_waiting 7.0\n"))
                #expect(text.contains("method=\"other\",status=\"405\"} 1\n"))
                #expect(!text.contains("secret"))
            }
    }

    @Test func `every address of the edge has a route`() throws {
        let paths = Set(try EdgeHarness.edge().registered.map(\.path))
        let addresses = HealthAddress.all.map(\.path) + LanguageAddress.all.map(\.path) + AssetAddress.all.map(\.path)
        for address in addresses { #expect(paths.contains(address)) }
    }

    @Test func `a slot prints a value and names a place`() {
        #expect(AssetAddress.file(.of("a b/ü?")).path == "/assets/a%20b%2F%C3%BC%3F")
        #expect(AssetAddress.file("name").path == "/assets/{name}")
        #expect(AddressText.query([("a", "1&2"), ("b", nil), ("c", "")]) == "?a=1%262")
    }
}
