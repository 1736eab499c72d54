import Crypto
import Foundation
package import HTTPTypes
package import Hummingbird
import NIOCore

/// JSON answers of the API.
package enum JSONAnswer {
    static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return encoder
    }()

    /// The same value gives the same bytes: dictionaries have no order of their own.
    static let steadyEncoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes, .sortedKeys]
        return encoder
    }()
}

extension Response {
    /// An answer for a program.
    package static func json(
        _ value: some Encodable,
        status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) throws -> Response {
        var headers = headers
        headers[.contentType] = "application/json"
        return try Response(
            status: status,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: JSONAnswer.encoder.encode(value)))
        )
    }

    /// An answer that a program asks for again and again: only its mark when the program has it already (304).
    package static func json(
        _ value: some Encodable,
        unlessKnownTo request: Request
    ) throws -> Response {
        let body = try JSONAnswer.steadyEncoder.encode(value)
        let digest = SHA256.hash(data: body).prefix(12).map { String(Int($0) + 256, radix: 16).suffix(2) }.joined()
        let mark = "\"\(digest)\""
        // Personal caches may keep it and must ask each time.
        let headers: HTTPFields = [.eTag: mark, .cacheControl: "private, no-cache"]
        let known = (request.headers[.ifNoneMatch] ?? "").split(separator: ",")
            .map { $0.drop { $0 == " " }.replacing("W/", with: "", maxReplacements: 1) }
        if known.contains(where: { $0 == mark || $0 == "*" }) {
            return Response(status: .notModified, headers: headers)
        }
        var all = headers
        all[.contentType] = "application/json"
        return Response(status: .ok, headers: all, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// Sends a browser on after a form was taken, so that a reload sends nothing twice.
    package static func seeOther(_ address: some Address, query: String = "") -> Response {
        Response(status: .seeOther, headers: [.location: address.path + query])
    }
}
