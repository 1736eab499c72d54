import Fanghu
import FanghuWeb
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

/// A problem document as a program reads it.
struct Problem: Decodable {
    struct Item: Decodable {
        let field: String?
        let code: String
        let message: String
    }

    let type: String
    let title: String
    let status: Int
    let detail: String
    let code: String
    let errors: [Item]
    let reference: String

    init(_ response: TestResponse) throws {
        #expect(response.headers[.contentType] == "application/problem+json")
        self = try JSONDecoder().decode(Problem.self, from: Data(response.body.readableBytesView))
        #expect(status == response.status.code)
    }
}

/// What a visitor and a program see when something is refused or breaks.
struct ErrorEdgeTests {
    static let id = "0190a000-0000-7000-8000-00000000000a"

    static func post(
        _ client: any TestClientProtocol,
        _ body: [UInt8],
        type: String? = "application/json"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [:]
        headers[.contentType] = type
        return try await client.execute(
            uri: "/api/v1/gallery",
            method: .post,
            headers: headers,
            body: ByteBuffer(bytes: body)
        )
    }

    @Test func `a good body is taken`() async throws {
        try await EdgeHarness.run { client in
            let body = #"{"id":"\#(Self.id)","celsius":36.5,"day":"2020-02-10"}"#
            let response = try await Self.post(client, Array(body.utf8), type: "application/json; charset=UTF-8")
            #expect(response.status == .created)
            #expect(response.headers[.contentType] == "application/json")
        }
    }

    @Test(arguments: [
        (#"{"id":"\#(id)","celsius":"36.5"}"#, 400, "edge.wrongType", "celsius"),
        (#"{"id":"\#(id)"}"#, 400, "edge.missingField", "celsius"),
        (#"{"id":"\#(id)","celsius":null}"#, 400, "edge.missingField", "celsius"),
        (#"{"id":"\#(id)","celsius":36.5,"admin":true}"#, 400, "edge.unknownField", "admin"),
        (#"{"id":"x","celsius":36.5}"#, 422, "edge.malformedField", "id"),
        (#"{"id":"\#(id)","celsius":36.5,"day":"2020-02-30"}"#, 422, "edge.malformedField", "day"),
        (#"{"id":"\#(id)","celsius":36.5,"tags":["a",1]}"#, 400, "edge.wrongType", "tags.1"),
    ])
    func `a body of the wrong shape names the field`(
        body: String,
        status: Int,
        code: String,
        field: String
    )
        async throws
    {
        try await EdgeHarness.run { client in
            let problem = try await Problem(Self.post(client, Array(body.utf8)))
            #expect(problem.status == status)
            #expect(problem.code == code)
            #expect(problem.errors.map(\.field) == [field])
        }
    }

    @Test(
        arguments: [
            [], Array("{".utf8), Array("null".utf8), Array("[]".utf8), Array("{} {}".utf8), [0, 0, 0, 0x7B],
            [0x7B, 0, 0x7D, 0], [0xFF, 0xFE, 0x7B, 0], Array("{\"id\":\"".utf8) + [0xC3, 0x28] + Array("\"}".utf8),
            Array(#"{"id":"\ud800","celsius":1}"#.utf8), Array(#"{"id":"a","celsius":NaN}"#.utf8),
            Array(String(repeating: "[", count: 100_000).utf8),
            Array(String(repeating: "{\"a\":", count: 100_000).utf8),
            Array("{\"id\":\"a".utf8) + [0] + Array("\"}".utf8),
        ] as [[UInt8]]
    )
    func `what is not JSON is 400 and nothing worse`(body: [UInt8]) async throws {
        try await EdgeHarness.run { client in
            let response = try await Self.post(client, body)
            #expect(response.status == .badRequest, "\(String(decoding: body.prefix(40), as: UTF8.self))")
            _ = try Problem(response)
        }
    }

    @Test func `a number beyond all bounds is refused`() async throws {
        try await EdgeHarness.run { client in
            for number in ["1e999", "-1e999", "1e99999999"] {
                let body = #"{"id":"\#(Self.id)","celsius":\#(number)}"#
                let problem = try await Problem(Self.post(client, Array(body.utf8)))
                #expect(problem.status == 422 || problem.status == 400, "\(number)")
            }
        }
    }

    @Test(arguments: [nil, "text/plain", "application/x-www-form-urlencoded", "application/json; charset=gbk", ""])
    func `another content type is 415`(type: String?) async throws {
        try await EdgeHarness.run { client in
            let problem = try await Problem(Self.post(client, Array("{}".utf8), type: type))
            #expect(problem.status == 415)
        }
    }

    @Test func `a body beyond the limit is 413`() async throws {
        try await EdgeHarness.run { client in
            let response = try await Self.post(client, [UInt8](repeating: 32, count: 10 << 20))
            #expect(try Problem(response).code == "edge.tooLarge")
            #expect(response.status == .contentTooLarge)
        }
    }

    @Test func `an unknown address is 404, a wrong method 405 with what is allowed`() async throws {
        try await EdgeHarness.run { client in
            let unknown = try await client.execute(uri: "/api/v1/nothing", method: .get)
            #expect(try Problem(unknown).status == 404)
            let wrong = try await client.execute(uri: "/api/v1/gallery", method: .delete)
            #expect(try Problem(wrong).status == 405)
            #expect(wrong.headers[.allow] == "POST")
            let page = try await client.execute(uri: "/gallery", method: .put)
            #expect(page.status == .methodNotAllowed)
            #expect(page.headers[.allow]?.contains("GET") == true)
            let badID = try await client.execute(uri: "/api/v1/gallery/not-a-uuid", method: .get)
            #expect(try Problem(badID).code == "edge.nothingHere")
        }
    }

    @Test func `a fault tells a reference and nothing else`() async throws {
        try await EdgeHarness.run { client in
            let response = try await client.execute(uri: "/gallery/fault", method: .get)
            let html = String(buffer: response.body)
            #expect(response.status == .internalServerError)
            #expect(!html.contains("SELECT"))
            #expect(html.contains("编号:"))
            #expect(!html.contains("⟦"))
        }
    }

    @Test func `too much at once is 503 with a time to come back`() async throws {
        try await EdgeHarness.run { client in
            let response = try await client.execute(uri: "/api/v1/overloaded", method: .post)
            #expect(response.status == .serviceUnavailable)
            #expect(response.headers[.retryAfter] == "1")
        }
    }

    @Test func `problems speak the language that was asked for`() async throws {
        try await EdgeHarness.run { client in
            let english = try await client.execute(
                uri: "/api/v1/nothing",
                method: .get,
                headers: [.acceptLanguage: "en"]
            )
            #expect(try Problem(english).detail == "There is nothing here.")
            let chinese = try await client.execute(uri: "/api/v1/nothing", method: .get)
            #expect(try Problem(chinese).detail == "没有找到。")
        }
    }
}
