import Fanghu
import FanghuWeb
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// Forms: reading them, asking again, and the guard against other sites.
struct FormTests {
    static let urlencoded = "application/x-www-form-urlencoded"

    static func post(
        _ client: any TestClientProtocol,
        _ body: String,
        type: String = urlencoded,
        headers: HTTPFields = [:]
    ) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = type
        return try await client.execute(
            uri: "/gallery",
            method: .post,
            headers: headers,
            body: ByteBuffer(string: body)
        )
    }

    @Test func `a refused form comes back with its answers and a summary`() async throws {
        try await EdgeHarness.run { client in
            let response = try await Self.post(client, "name=%E3%80%80&note=%3Cscript%3E&symptoms=b&contact=a")
            let html = String(buffer: response.body)
            #expect(response.status == .unprocessableContent)
            #expect(html.contains("<title>错误: title 文"))
            #expect(html.contains("<a href=\"#name\">请填写姓名。</a>"))
            #expect(html.contains("aria-invalid=\"true\""))
            #expect(html.contains("&lt;script&gt;</textarea>"))
            #expect(html.contains("value=\"b\" checked"))
            #expect(!html.contains("⟦"))
        }
    }

    @Test func `a good form sends the browser on, and the next page says so once`() async throws {
        try await EdgeHarness.run { client in
            let response = try await Self.post(client, "name=%E7%8E%8B")
            #expect(response.status == .seeOther)
            #expect(response.headers[.setCookie]?.hasPrefix("fanghu_notice=gallery.saved") == true)
            let headers: HTTPFields = [.cookie: "fanghu_notice=gallery.saved"]
            let page = try await client.execute(uri: "/gallery", method: .get, headers: headers)
            #expect(String(buffer: page.body).contains("role=\"status\">saved 文"))
            #expect(page.headers[.setCookie]?.contains("Max-Age=0") == true)
            let forged = try await client.execute(
                uri: "/gallery",
                method: .get,
                headers: [.cookie: "fanghu_notice=<b>x</b>"]
            )
            #expect(!String(buffer: forged.body).contains("<b>x"))
        }
    }

    @Test(arguments: ["name=%", "name=%GG", "name=%C3%28", "name=a%00b", String(repeating: "a=1&", count: 3000)])
    func `a form that cannot be read is 400`(body: String) async throws {
        try await EdgeHarness.run { client in
            let response = try await Self.post(client, body)
            #expect(response.status == .badRequest)
        }
    }

    @Test func `a write from another site is refused`() async throws {
        try await EdgeHarness.run { client in
            for headers: HTTPFields in [
                [.origin: "https://evil.example"], [.origin: "null"], [.secFetchSite: "cross-site"],
                [.secFetchSite: "same-site"],
            ] {
                #expect(try await Self.post(client, "name=a", headers: headers).status == .forbidden)
            }
            let own = try await Self.post(client, "name=a", headers: [.origin: "http://localhost"])
            #expect(own.status == .seeOther)
        }
    }

    @Test func `a session's write needs the form's token`() async throws {
        let token = try #require(try await EdgeHarness.visitor?.formToken)
        let cookie: HTTPFields = [.cookie: "fanghu=\(EdgeHarness.secret)"]
        try await EdgeHarness.run { client in
            #expect(try await Self.post(client, "name=a", headers: cookie).status == .forbidden)
            #expect(try await Self.post(client, "name=a&csrf=wrong", headers: cookie).status == .forbidden)
            #expect(try await Self.post(client, "name=a&csrf=\(token)", headers: cookie).status == .seeOther)
            var header = cookie
            header[.csrfToken] = token
            #expect(try await Self.post(client, "name=a", headers: header).status == .seeOther)
            let page = try await client.execute(uri: "/gallery", method: .get, headers: cookie)
            #expect(String(buffer: page.body).contains("name=\"csrf\" value=\"\(token)\""))
            #expect(!String(buffer: page.body).contains(EdgeHarness.secret))
        }
    }

    @Test func `a bearer token needs no form token, and a bad one is refused`() async throws {
        try await EdgeHarness.run { client in
            let good = try await Self.post(
                client,
                "name=a",
                headers: [.authorization: "Bearer \(EdgeHarness.token)"]
            )
            #expect(good.status == .seeOther)
            for value in ["Bearer nonsense", "Basic YTpi", "Bearer"] {
                let bad = try await client.execute(
                    uri: "/api/v1/gallery",
                    method: .post,
                    headers: [.authorization: value]
                )
                #expect(bad.status == .unauthorized)
            }
        }
    }

    @Test func `who is not signed in is sent to sign in and comes back`() async throws {
        try await EdgeHarness.run { client in
            let response = try await client.execute(uri: "/gallery/private?a=1", method: .get)
            #expect(response.status == .seeOther)
            #expect(response.headers[.location] == "/sign-in?next=%2Fgallery%2Fprivate%3Fa%3D1")
        }
    }

    @Test func `an upload is read, and only a picture is one`() async throws {
        @Sendable func body(_ bytes: [UInt8]) -> ByteBuffer {
            var buffer = ByteBuffer(string: "--xyz\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n王\r\n")
            buffer.writeString("--xyz\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"../a.jpg\"\r\n")
            buffer.writeString("Content-Type: image/jpeg\r\n\r\n")
            buffer.writeBytes(bytes)
            buffer.writeString("\r\n--xyz--\r\n")
            return buffer
        }
        let headers: HTTPFields = [.contentType: "multipart/form-data; boundary=xyz"]
        try await EdgeHarness.run { client in
            let cases: [([UInt8], HTTPResponse.Status)] = [
                ([0xFF, 0xD8, 0xFF, 0xE0], .seeOther), (Array("<svg onload=alert(1)>".utf8), .unprocessableContent),
                ([0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 5 << 20), .unprocessableContent),
                ([UInt8](repeating: 7, count: 8 << 20), .contentTooLarge), ([], .seeOther),
            ]
            for (bytes, status) in cases {
                let response = try await client.execute(
                    uri: "/gallery",
                    method: .post,
                    headers: headers,
                    body: body(bytes)
                )
                #expect(response.status == status)
            }
            for broken in ["", "--xyz", "--xyz\r\n", "--xyz\r\n\r\n--xyz--", "junk"] {
                let response = try await Self.post(client, broken, type: "multipart/form-data; boundary=xyz")
                #expect(response.status == .badRequest, "\(broken)")
            }
        }
    }

    @Test func `stray spaces and full-width digits are tolerated`() throws {
        let form = FormValues(["t": " 36.5 ", "d": "2020-02-10", "p": "138 0013 8000", "n": " 王 兰 "])
        #expect(try form.required("t", as: Double.self) == 36.5)
        #expect(try form.required("d", as: CivilDate.self).yyyymmdd == 20_200_210)
        #expect(form.compact("p") == "13800138000")
        #expect(form.text("n") == "王 兰")
        #expect(throws: EdgeRefusal.missingField("x")) { try form.required("x", as: Int.self) }
        #expect(throws: EdgeRefusal.malformedField("n")) { try form.required("n", as: Int.self) }
        #expect(throws: EdgeRefusal.malformedField("t")) {
            try FormValues(["t": "nan"]).required("t", as: Double.self)
        }
    }
}
