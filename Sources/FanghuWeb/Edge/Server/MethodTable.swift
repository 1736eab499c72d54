import HTTPTypes
import Hummingbird
import Synchronization

/// Which methods each address takes: asked only when nothing was found, to tell 405 from 404.
final class MethodTable: Sendable {
    private let entries = Mutex<[(segments: [Substring], method: HTTPRequest.Method)]>([])

    /// Takes the table from a finished router.
    func fill(from router: Router<FanghuRequestContext>) {
        let list = router.routes.map { route in
            (segments: route.path.description.split(separator: "/"), method: route.method)
        }
        entries.withLock { $0 = list }
    }

    /// Nil when no route has that address at all, or when one has it with this very method.
    func allowed(for request: Request) -> [HTTPRequest.Method]? {
        let segments = request.uri.path.split(separator: "/")
        let found = entries.withLock { list in
            list.filter { matches($0.segments, segments) }.map(\.method)
        }
        guard !found.isEmpty, !found.contains(request.method) else { return nil }
        return found.contains(.get) ? found + [.head] : found
    }

    private func matches(_ pattern: [Substring], _ segments: [Substring]) -> Bool {
        pattern.count == segments.count
            && zip(pattern, segments).allSatisfy { part, segment in part == segment || part.contains("{") }
    }
}
