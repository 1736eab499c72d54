import Foundation
package import Hummingbird
import NIOCore

/// A body that a program sends; a field that it does not know is refused, not ignored.
///
/// Conform by writing the coding keys out, so that they can be asked:
/// `package enum CodingKeys: String, CodingKey { case id, celsius }`.
package protocol StrictDraft: Decodable, Sendable {
    associatedtype CodingKeys: CodingKey
}

/// Decodes a draft and refuses unknown fields; for drafts inside of drafts: `let records: [Strict<Draft>]`.
package struct Strict<Draft: StrictDraft>: Decodable, Sendable {
    package let value: Draft

    package init(from decoder: any Decoder) throws {
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys
        where Draft.CodingKeys(stringValue: key.stringValue) == nil {
            throw ShapeFault.unknown(field: ShapeFault.path(decoder.codingPath + [key]))
        }
        value = try Draft(from: decoder)
    }
}

/// One draft of a batch: a wrong one is reported in its place and does not spoil its neighbours.
package enum Attempt<Draft: StrictDraft>: Decodable, Sendable {
    case draft(Draft)
    case fault(ShapeFault)

    package init(from decoder: any Decoder) throws {
        do {
            self = .draft(try Strict<Draft>(from: decoder).value)
        } catch let fault as ShapeFault {
            self = .fault(fault)
        } catch let error as DecodingError {
            self = .fault(ShapeFault(error))
        }
    }
}

private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init?(stringValue: String) {
        self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
}

extension Request {
    /// Reads a JSON body strictly.
    ///
    /// Throws a `ShapeFault`: 415 for another content type, 400 for what is not JSON in UTF-8 or has missing, unknown or
    /// wrongly typed fields, 422 for a value that cannot be one; 413 beyond the limit.
    package func decodeStrict<Draft: StrictDraft>(
        _ type: Draft.Type = Draft.self,
        context: FanghuRequestContext
    ) async throws -> Draft {
        guard hasJSONBody else { throw ShapeFault.unsupportedType(expected: "application/json") }
        let body = try await collectBody(upTo: context.limits.body)
        return try StrictDecoding.decode(type, from: body)
    }

    private var hasJSONBody: Bool {
        guard let header = headers[.contentType] else { return false }
        if header == "application/json" { return true }
        let parts = header.lowercased().split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        return parts.first == "application/json" && parts.dropFirst().allSatisfy { $0 == "charset=utf-8" }
    }
}

/// JSON to drafts.
enum StrictDecoding {
    private static let decoder = JSONDecoder()

    static func decode<Draft: StrictDraft>(_ type: Draft.Type, from body: ByteBuffer) throws -> Draft {
        // Foundation would take UTF-16 and UTF-32 too and guesses them by zero bytes; RFC 8259 §8.1 allows UTF-8 only.
        let bytes = body.readableBytesView
        guard !bytes.prefix(4).contains(0), !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw ShapeFault.malformedBody
        }
        do {
            return try decoder.decode(Strict<Draft>.self, from: Data(bytes)).value
        } catch let error as DecodingError {
            throw ShapeFault(error)
        }
    }
}
