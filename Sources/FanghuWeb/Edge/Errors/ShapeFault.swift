package import Fanghu
package import HTTPTypes

/// A request whose body has the wrong shape, whatever its values.
package enum ShapeFault: Error, Equatable {
    /// Not JSON, not UTF-8, or nested beyond reason.
    case malformedBody
    /// Another `Content-Type` than the address takes.
    case unsupportedType(expected: String)
    case missing(field: String)
    case wrongType(field: String)
    case unknown(field: String)
    /// The shape is right, the value cannot be one: no day, no id, a number beyond all bounds.
    case malformed(field: String)
    case bodyTooSlow

    package var status: HTTPResponse.Status {
        switch self {
        case .malformedBody, .missing, .wrongType, .unknown: .badRequest
        case .unsupportedType: .unsupportedMediaType
        case .malformed: .unprocessableContent
        case .bodyTooSlow: .requestTimeout
        }
    }

    package var code: String {
        switch self {
        case .malformedBody: "edge.malformedBody"
        case .unsupportedType: "edge.unsupportedType"
        case .missing: "edge.missingField"
        case .wrongType: "edge.wrongType"
        case .unknown: "edge.unknownField"
        case .malformed: "edge.malformedField"
        case .bodyTooSlow: "edge.bodyTooSlow"
        }
    }

    package var field: String? {
        switch self {
        case .missing(let field), .wrongType(let field), .unknown(let field), .malformed(let field): field
        case .malformedBody, .unsupportedType, .bodyTooSlow: nil
        }
    }

    package var words: Words {
        switch self {
        case .malformedBody: Words("请求的内容读不懂。", "The body of the request cannot be read.")
        case .unsupportedType(let expected):
            Words("请求的内容类型应为 \(expected)。", "The content type must be \(expected).")
        case .missing: EdgeRefusal.missingField("").words
        case .wrongType: Words("这一项的类型不对。", "This value is of the wrong type.")
        case .unknown: EdgeRefusal.unknownField("").words
        case .malformed: EdgeRefusal.malformedField("").words
        case .bodyTooSlow: Words("请求发送得太慢。", "The request was sent too slowly.")
        }
    }
}

extension ShapeFault {
    /// What a decoder found wrong, with the path to the field: `records.3.celsius`.
    init(_ error: DecodingError) {
        switch error {
        case .keyNotFound(let key, let context): self = .missing(field: ShapeFault.path(context.codingPath + [key]))
        case .valueNotFound(_, let context): self = .missing(field: ShapeFault.path(context.codingPath))
        case .typeMismatch(_, let context): self = .wrongType(field: ShapeFault.path(context.codingPath))
        case .dataCorrupted(let context):
            self = context.codingPath.isEmpty ? .malformedBody : .malformed(field: ShapeFault.path(context.codingPath))
        @unknown default: self = .malformedBody
        }
    }

    static func path(_ keys: [any CodingKey]) -> String {
        keys.map { key in key.intValue.map(String.init) ?? key.stringValue }.joined(separator: ".")
    }
}
