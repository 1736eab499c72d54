import Fanghu
import FanghuWeb
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

/// Pages, their languages and what every answer carries.
struct PageTests {
    @Test func `a page is rendered with all partials and nothing unknown`() async throws {
        try await EdgeHarness.run { client in
            try await client.execute(uri: "/gallery", method: .get) { response in
                let html = String(buffer: response.body)
                #expect(response.status == .ok)
                #expect(!html.contains("⟦"), "\(html)")
                #expect(html.contains("lang=\"zh-CN\""))
                #expect(html.contains("共 12,345 条"))
                #expect(html.contains("新华路 &lt;b&gt;1&lt;/b&gt; 弄:3!"))
                #expect(html.contains("番禺路:0 ok"))
            }
        }
    }

    @Test(arguments: ["/gallery", "/nothing", "/healthz", "/gallery/fault", "/api/v1/nothing", "/assets/nothing.js"])
    func `the policy stands on every answer`(path: String) async throws {
        try await EdgeHarness.run { client in
            try await client.execute(uri: path, method: .get) { response in
                let policy = response.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.hasPrefix("default-src 'none'"))
                #expect(!policy.contains("unsafe"))
                #expect(response.headers[.xContentTypeOptions] == "nosniff")
                #expect(response.headers[.cacheControl] == "no-store")
            }
        }
    }

    @Test func `the language comes from the cookie, else from the browser, else is Chinese`() async throws {
        let cases: [(HTTPFields, String)] = [
            ([:], "zh-CN"), ([.acceptLanguage: "en-GB,en;q=0.9"], "en"), ([.acceptLanguage: "fr, *;q=0.1"], "zh-CN"),
            ([.acceptLanguage: "en;q=0.3, zh-CN;q=0.8"], "zh-CN"), ([.acceptLanguage: "en;q=0"], "zh-CN"),
            ([.acceptLanguage: "zh", .cookie: "fanghu_language=en"], "en"),
            ([.cookie: "fanghu_language=xx"], "zh-CN"),
        ]
        try await EdgeHarness.run { client in
            for (headers, lang) in cases {
                try await client.execute(uri: "/gallery", method: .get, headers: headers) { response in
                    #expect(String(buffer: response.body).contains("<html lang=\"\(lang)\">"), "\(headers)")
                }
            }
        }
    }

    @Test func `the language switch sets a cookie and keeps the page`() async throws {
        try await EdgeHarness.run { client in
            try await client.execute(uri: "/gallery?after=5", method: .get) { response in
                let link = "/language/en?next=%2Fgallery%3Fafter%3D5"
                #expect(String(buffer: response.body).contains("href=\"\(link)\""))
            }
            try await client.execute(uri: "/language/en?next=%2Fgallery%3Fafter%3D5", method: .get) { response in
                #expect(response.status == .seeOther)
                #expect(response.headers[.location] == "/gallery?after=5")
                #expect(response.headers[.setCookie]?.contains("fanghu_language=en") == true)
            }
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0D%0AX:1", ""])
    func `the language switch leads nowhere else`(next: String) async throws {
        try await EdgeHarness.run { client in
            try await client.execute(uri: "/language/zh?next=\(next)", method: .get) { response in
                #expect(response.headers[.location] == "/")
            }
        }
    }
}
