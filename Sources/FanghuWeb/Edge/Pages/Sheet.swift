import Mustache
import Synchronization

/// The outermost thing a template looks names up in: the page's own values, then `t`, `asset` and `frame`.
struct Sheet: MustacheParent {
    let page: Fields
    let catalogue: CatalogueNode
    let asset: Fields
    let frame: Fields
    let unknown: UnknownNames

    func child(named name: String) -> Any? {
        switch name {
        case "t": return catalogue
        case "asset": return asset
        case "frame": return frame
        default:
            if let value = page.child(named: name) { return value }
            unknown.note(name)
            return Unknown(name: name)
        }
    }
}

/// Names that a template asked for and nothing had.
final class UnknownNames: Sendable {
    private let names = Mutex<Set<String>>([])

    func note(_ name: String) {
        names.withLock { _ = $0.insert(name) }
    }

    var all: [String] { names.withLock { $0.sorted() } }
}
