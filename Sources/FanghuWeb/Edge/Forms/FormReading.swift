package import Hummingbird
import NIOCore

extension Request {
    /// The form that was sent; the cross-site guard may have read it already.
    ///
    /// Throws a `ShapeFault` for another content type and for what cannot be read; 413 beyond the limit.
    package func form(_ context: FanghuRequestContext) async throws -> FormValues {
        if let form = context.form { return form }
        return try await readForm(limits: context.limits)
    }

    var isForm: Bool {
        mediaType == "application/x-www-form-urlencoded" || isUpload
    }

    var isUpload: Bool { mediaType == "multipart/form-data" }

    func readForm(limits: BodyLimits) async throws -> FormValues {
        switch mediaType {
        case "application/x-www-form-urlencoded":
            return try await URLEncodedForm.values(of: Array(collectBody(upTo: limits.body).readableBytesView))
        case "multipart/form-data":
            guard let boundary = MultipartForm.boundary(of: headers[.contentType] ?? "") else {
                throw ShapeFault.malformedBody
            }
            let body = try await collectBody(upTo: limits.upload)
            return try MultipartForm.values(of: Array(body.readableBytesView), boundary: boundary)
        default:
            throw ShapeFault.unsupportedType(expected: "application/x-www-form-urlencoded")
        }
    }

    private var mediaType: String {
        let header = headers[.contentType] ?? ""
        return header.prefix { $0 != ";" }.lowercased().filter { $0 != " " }
    }
}

/// `a=1&b=%E4%B8%8A` as a browser sends it.
enum URLEncodedForm {
    /// More fields than any form of ours; each costs memory.
    static let fieldLimit = 2000

    static func values(of bytes: [UInt8]) throws(ShapeFault) -> FormValues {
        var form = FormValues()
        let pairs = bytes.split(separator: UInt8(ascii: "&"), maxSplits: fieldLimit)
        guard pairs.count <= fieldLimit else { throw ShapeFault.malformedBody }
        for pair in pairs {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = text(parts[0]), let value = text(parts.count > 1 ? parts[1] : []) else {
                throw ShapeFault.malformedBody
            }
            form.append(value, for: name)
        }
        return form
    }

    /// Nil for what is no percent-encoded UTF-8 or holds a NUL, which no text of ours does and PostgreSQL refuses.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "+"): decoded.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard index + 2 < bytes.endIndex, let high = hexadecimal(bytes[index + 1]),
                    let low = hexadecimal(bytes[index + 2])
                else { return nil }
                decoded.append(high << 4 | low)
                index += 2
            default: decoded.append(bytes[index])
            }
            index += 1
        }
        guard !decoded.contains(0) else { return nil }
        return String(validating: decoded, as: UTF8.self)
    }

    private static func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
