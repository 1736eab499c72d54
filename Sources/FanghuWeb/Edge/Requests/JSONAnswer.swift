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

    /// Sends a browser on after a form was taken, so that a reload sends nothing twice.
    package static func seeOther(_ address: some Address, query: String = "") -> Response {
        Response(status: .seeOther, headers: [.location: address.path + query])
    }
}
