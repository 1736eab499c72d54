/// Where the database is: `sqlite:PATH` or `postgresql://…`.
package enum DatabaseURL: Sendable, Equatable {
    case sqlite(path: String)
    case postgresql(String)

    package init?(_ text: String) {
        if text.hasPrefix("sqlite:"), text.count > 7 {
            self = .sqlite(path: String(text.dropFirst(7)))
        } else if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            self = .postgresql(text)
        } else {
            return nil
        }
    }
}
