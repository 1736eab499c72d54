/// What the log says of a fault: what kind it is, never the values in it, which may be somebody's name.
enum FaultText {
    static func of(_ error: any Error) -> String {
        if let fault = error as? any SpeakingFault { return fault.logText }
        let type = String(reflecting: type(of: error))
        let mirror = Mirror(reflecting: error)
        guard mirror.displayStyle == .enum else { return type }
        // A case without values is its own name; one with values has them as its only child.
        return "\(type).\(mirror.children.first?.label ?? "\(error)")"
    }
}

/// A fault whose text is known to hold no personal data.
package protocol SpeakingFault: Error {
    var logText: String { get }
}
