import Fanghu
package import Foundation
import Hummingbird
import NIOCore

/// Where the API's own description is: OpenAPI 3.1.
package enum ContractAddress: Address {
    case openAPI

    package static let all: [ContractAddress] = [.openAPI]

    package var path: String { "/api/v1/openapi.json" }
}

/// Serves the description of the API, which a test holds against the routes.
package struct ContractRoutes: Sendable {
    private let document: ByteBuffer

    package init(document: Data) {
        self.document = ByteBuffer(bytes: document)
    }

    package func add(to routes: Routes) {
        routes.get(ContractAddress.openAPI) { [document] _, _ in
            Response(
                status: .ok,
                headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: .init(byteBuffer: document)
            )
        }
    }
}

extension ShareFolder {
    /// The description of the API as it is shipped.
    package func openAPI() throws -> Data {
        try Data(contentsOf: root.appending(path: "Assets/openapi.json"))
    }
}
