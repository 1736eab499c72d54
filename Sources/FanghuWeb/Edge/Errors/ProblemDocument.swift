import Fanghu
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A mishap for a program: `application/problem+json` (RFC 9457) with our stable codes.
struct ProblemDocument: Encodable {
    struct Item: Encodable {
        let field: String?
        let code: String
        let message: String
    }

    let type = "about:blank"
    let title: String
    let status: Int
    let detail: String
    let code: String
    let errors: [Item]
    let reference: String

    init(_ mishap: Mishap, in language: Language, reference: String) {
        title = mishap.status.reasonPhrase
        status = mishap.status.code
        detail = mishap.words(in: language)
        code = mishap.code
        errors = mishap.items.map { Item(field: $0.field, code: $0.code, message: $0.words(in: language)) }
        self.reference = reference
    }

    func response(headers: HTTPFields) throws -> Response {
        var headers = headers
        headers[.contentType] = "application/problem+json"
        return try Response(
            status: .init(code: status),
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: JSONAnswer.encoder.encode(self)))
        )
    }
}
