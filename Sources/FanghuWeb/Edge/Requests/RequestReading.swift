import Fanghu
package import Hummingbird

extension FanghuRequestContext {
    /// What stands in a slot of the address; a value of the wrong shape is an address where nothing is.
    package func value<Value: AddressValue>(
        of slot: String,
        as type: Value.Type = Value.self
    ) throws(EdgeRefusal) -> Value {
        guard let text = parameters.get(slot), let value = Value(addressText: text) else {
            throw EdgeRefusal.nothingHere
        }
        return value
    }

    /// The visitor; refuses somebody who is not signed in.
    package func signedIn() throws(EdgeRefusal) -> Visitor {
        guard let visitor else { throw EdgeRefusal.signInNeeded }
        return visitor
    }
}

extension Request {
    /// A value of the query; nil when it is missing or empty.
    package func query(_ name: String) -> String? {
        uri.queryParameters[name[...]].map(String.init).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A value of the query of a certain shape; nil when it is missing, refused when it is of another shape.
    package func query<Value: AddressValue>(_ name: String, as type: Value.Type) throws(EdgeRefusal) -> Value? {
        guard let text: String = query(name) else { return nil }
        guard let value = Value(addressText: text) else { throw EdgeRefusal.malformedField(name) }
        return value
    }

    /// Whether the answer is for a program: problems as RFC 9457 instead of pages.
    var isForProgram: Bool { uri.path.hasPrefix("/api/") }
}

extension Int: AddressValue {
    package var addressText: String { String(self) }
    package init?(addressText: String) { self.init(addressText) }
}
