package import Hummingbird

/// The cookies a browser sent, by name; a name sent twice keeps its first value.
package struct CookieHeader: Sendable {
    private var values: [Substring: Substring] = [:]

    package init() {}

    package init(_ request: Request) {
        for header in request.headers[values: .cookie] {
            for pair in header.split(separator: ";") {
                let trimmed = pair.drop(while: { $0 == " " })
                guard let equals = trimmed.firstIndex(of: "=") else { continue }
                let name = trimmed[..<equals]
                if values[name] == nil { values[name] = trimmed[trimmed.index(after: equals)...] }
            }
        }
    }

    package subscript(name: String) -> String? {
        values[name[...]].map(String.init)
    }
}
