import Crypto
import Foundation
import NIOCore

/// A file that pages load, under a name that changes with its content.
struct Asset: Sendable {
    /// `app.3f2a9c01d4.css`.
    let name: String
    let contentType: String
    /// For the attribute `integrity` (SRI).
    let integrity: String
    let body: ByteBuffer
    /// Nil where compressing it gains nothing.
    let compressed: ByteBuffer?

    /// Nil for an ending we do not serve.
    init?(fileName: String, bytes: Data) {
        let parts = fileName.split(separator: ".")
        guard parts.count >= 2, let ending = parts.last, let type = Asset.types[String(ending)] else { return nil }
        let digest = Data(SHA384.hash(data: bytes))
        let hash = digest.prefix(5).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        name = "\(parts.dropLast().joined(separator: ".")).\(hash).\(ending)"
        contentType = type
        integrity = "sha384-" + digest.base64EncodedString()
        body = ByteBuffer(bytes: bytes)
        compressed = type == "image/png" ? nil : Gzip.compressed(Array(bytes)).map { ByteBuffer(bytes: $0) }
    }

    var path: String { AssetAddress.file(.of(name)).path }

    private static let types = [
        "css": "text/css; charset=utf-8",
        "js": "text/javascript; charset=utf-8",
        "svg": "image/svg+xml",
        "png": "image/png",
        "webmanifest": "application/manifest+json",
    ]
}
