import Foundation

/// A form with files as a browser sends it (RFC 7578).
enum MultipartForm {
    /// More parts than any form of ours.
    static let partLimit = 200

    /// The boundary out of the `Content-Type` header; nil when there is none that could be one.
    static func boundary(of header: String) -> String? {
        guard let range = header.range(of: "boundary=", options: .caseInsensitive) else { return nil }
        let rest = header[range.upperBound...].prefix { $0 != ";" }
        let boundary = rest.trimmingCharacters(in: CharacterSet(charactersIn: "\" "))
        return (1...70).contains(boundary.utf8.count) ? boundary : nil
    }

    static func values(of bytes: [UInt8], boundary: String) throws(ShapeFault) -> FormValues {
        let body = Data(bytes)
        let separator = Data("\r\n--\(boundary)".utf8)
        let opening = Data("--\(boundary)".utf8)
        guard body.starts(with: opening) else { throw ShapeFault.malformedBody }
        var form = FormValues()
        var position = opening.count
        for _ in 0..<partLimit {
            let mark = body[position...].prefix(2)
            if mark.elementsEqual("--".utf8) { return form }
            guard mark.elementsEqual("\r\n".utf8),
                let end = body.range(of: separator, in: position..<body.count)
            else { throw ShapeFault.malformedBody }
            try add(body[(position + 2)..<end.lowerBound], to: &form)
            position = end.upperBound
        }
        throw ShapeFault.malformedBody
    }

    private static func add(_ part: Data, to form: inout FormValues) throws(ShapeFault) {
        guard let gap = part.range(of: Data("\r\n\r\n".utf8)), gap.lowerBound - part.startIndex <= 4096,
            let head = String(validating: part[..<gap.lowerBound], as: UTF8.self),
            let disposition = head.split(separator: "\r\n")
                .first(where: {
                    $0.lowercased().hasPrefix("content-disposition:")
                }),
            let name = parameter("name", of: String(disposition))
        else { throw ShapeFault.malformedBody }
        let content = part[gap.upperBound...]
        if let fileName = parameter("filename", of: String(disposition)) {
            // A file field that was left empty is sent as an empty file without a name.
            guard !content.isEmpty else { return }
            form.append(UploadedFile(name: fileName, bytes: Array(content)), for: name)
        } else {
            guard let value = String(validating: content, as: UTF8.self), !value.utf8.contains(0) else {
                throw ShapeFault.malformedBody
            }
            form.append(value, for: name)
        }
    }

    /// `name="value"` out of a header; browsers send quotes inside of it as `%22`.
    private static func parameter(_ name: String, of header: String) -> String? {
        guard let start = header.range(of: "; \(name)=\"") ?? header.range(of: ";\(name)=\"") else { return nil }
        let rest = header[start.upperBound...]
        return rest.firstIndex(of: "\"").map { String(rest[..<$0]) }
    }
}
