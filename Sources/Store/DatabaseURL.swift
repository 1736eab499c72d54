import Foundation

/// Where the database is: `sqlite:PATH` or `postgresql://user:password@host:port/name?options`.
package struct DatabaseURL: Hashable, Sendable {
    package let engine: Engine
    /// The file's path, or the whole address as libpq takes it, password included.
    package let target: String

    package init(_ text: String) throws(DatabaseURLFault) {
        if text.hasPrefix("sqlite:") {
            let path = String(text.dropFirst("sqlite:".count))
            guard !path.isEmpty, !path.hasPrefix("//"), !path.hasPrefix(":"), !path.contains("?") else {
                throw DatabaseURLFault.path
            }
            engine = .sqlite
            target = path
        } else if text.hasPrefix("postgresql://") || text.hasPrefix("postgres://") {
            guard let components = URLComponents(string: text) else { throw DatabaseURLFault.address }
            guard components.path.count > 1, !components.path.dropFirst().contains("/") else {
                throw DatabaseURLFault.name
            }
            engine = .postgresql
            target = text
        } else {
            throw DatabaseURLFault.engine
        }
    }

    /// The same server with another database.
    ///
    /// Nil for a file.
    package func named(_ name: String) -> DatabaseURL? {
        guard engine == .postgresql, var components = URLComponents(string: target) else { return nil }
        components.path = "/" + name
        return components.string.flatMap { try? DatabaseURL($0) }
    }
}

extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The address without its password.
    package var description: String {
        guard engine == .postgresql else { return "sqlite:\(target)" }
        guard var components = URLComponents(string: target) else { return "postgresql://…" }
        // A password may also stand among the options.
        components.queryItems = components.queryItems?.filter { !$0.name.lowercased().contains("password") }
        if components.password != nil { components.password = "***" }
        return components.string ?? "postgresql://…"
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: ["address": description]) }
}

/// Why a text is not the address of a database.
///
/// It does not repeat the text, which may hold a password.
package enum DatabaseURLFault: Error, Hashable, CustomStringConvertible {
    case engine
    case path
    case address
    case name

    package var description: String {
        switch self {
        case .engine: "a database is sqlite:PATH or postgresql://USER:PASSWORD@HOST:PORT/NAME"
        case .path: "sqlite: is followed by the path of a file, without options"
        case .address: "the postgresql:// address cannot be read; special characters of a password are written %XX"
        case .name: "the postgresql:// address names no database (…/NAME)"
        }
    }
}
