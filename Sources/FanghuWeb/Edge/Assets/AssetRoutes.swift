import HTTPTypes
import Hummingbird

/// Where files lie.
package enum AssetAddress: Address {
    case file(Slot<String>)

    package static let all: [AssetAddress] = [.file("name")]

    package var path: String {
        switch self {
        case .file(let name): "/assets/\(name)"
        }
    }
}

/// Serves files for ever, because a changed file has another name.
struct AssetRoutes {
    let shelf: AssetShelf

    func add(to routes: Routes) {
        routes.get(AssetAddress.file("name"), use: file)
    }

    @Sendable private func file(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        guard let asset = try shelf[context.value(of: "name")] else { throw EdgeRefusal.nothingHere }
        var headers: HTTPFields = [
            .contentType: asset.contentType,
            .cacheControl: "public, max-age=31536000, immutable",
            .vary: "Accept-Encoding",
        ]
        guard let compressed = asset.compressed, request.headers[.acceptEncoding]?.contains("gzip") == true else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.body))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
    }
}
