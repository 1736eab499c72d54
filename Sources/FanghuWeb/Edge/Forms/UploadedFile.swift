/// A file that came with a form; its name and type are only what the sender says.
package struct UploadedFile: Sendable {
    /// For showing, never for a path.
    package let name: String
    package let bytes: [UInt8]
}

/// A picture whose first bytes say that it is one.
package struct UploadedPicture: Sendable {
    /// The picture formats we take.
    package enum Format: String, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
        case webp = "image/webp"
    }

    package static let megabytes = 5

    package let format: Format
    package let bytes: [UInt8]

    /// Refuses what is too large or no picture; `field` is where it was chosen.
    package init(_ file: UploadedFile, field: String) throws(EdgeRefusal) {
        guard file.bytes.count <= UploadedPicture.megabytes << 20 else {
            throw EdgeRefusal.fileTooLarge(field, megabytes: UploadedPicture.megabytes)
        }
        guard let format = UploadedPicture.format(of: file.bytes) else { throw EdgeRefusal.fileNotPicture(field) }
        self.format = format
        bytes = file.bytes
    }

    private static func format(of bytes: [UInt8]) -> Format? {
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if bytes.starts(with: Array("RIFF".utf8)), bytes.dropFirst(8).starts(with: Array("WEBP".utf8)) { return .webp }
        return nil
    }
}

extension FormValues {
    /// The picture under a name; nil when none was chosen.
    package func picture(_ name: String) throws(EdgeRefusal) -> UploadedPicture? {
        guard let file = file(name) else { return nil }
        return try UploadedPicture(file, field: name)
    }
}
