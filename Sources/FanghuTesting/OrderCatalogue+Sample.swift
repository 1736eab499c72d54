package import Fanghu
import Foundation

extension OrderCatalogue {
    /// The classes and limits that the product ships.
    package static let shipped: OrderCatalogue = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        do {
            return try load(from: root.appending(path: "data"))
        } catch {
            preconditionFailure("\(error)")
        }
    }()
}
