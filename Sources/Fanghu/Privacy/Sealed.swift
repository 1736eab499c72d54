import Foundation
package import Store

/// A value that only the vault can read.
///
/// It goes into a column and comes out of one; it cannot be printed, logged or encoded into an answer.
package struct Sealed<Value: Codable & Sendable>: Sendable {
    private let bytes: [UInt8]

    fileprivate init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    fileprivate func open(with vault: Vault, at place: SealedPlace) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(vault.open(bytes: bytes, at: place)))
    }
}

extension Vault {
    /// Seals a value for one place.
    package func seal<Value: Codable & Sendable>(_ value: Value, at place: SealedPlace) throws -> Sealed<Value> {
        try Sealed(bytes: seal(bytes: Array(JSONEncoder().encode(value)), at: place))
    }

    /// The value again; a fault when it was changed, moved, or its key is gone.
    package func open<Value>(_ sealed: Sealed<Value>, at place: SealedPlace) throws -> Value {
        try sealed.open(with: self, at: place)
    }
}

extension Sealed: SQLBindable, ColumnDecodable {
    package var sqlValue: SQLValue { .bytes(bytes) }

    package init?(column: SQLValue) {
        guard case .bytes(let bytes) = column else { return nil }
        self.init(bytes: bytes)
    }
}

extension Sealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "sealed" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
