/// Where a protocol version holds: in the whole country or in one division and all below it.
package enum Jurisdiction: Hashable, Sendable {
    case nation
    case division(DivisionPrefix)

    /// `CN`, or the digits of a division.
    package init?(_ text: some StringProtocol) {
        if text == "CN" {
            self = .nation
        } else if let prefix = DivisionPrefix(text) {
            self = .division(prefix)
        } else {
            return nil
        }
    }

    package var text: String {
        switch self {
        case .nation: "CN"
        case .division(let prefix): prefix.digits
        }
    }

    /// How special it is: the longer the code, the narrower the place, and the narrower rule goes first.
    package var depth: Int {
        switch self {
        case .nation: 0
        case .division(let prefix): prefix.digits.count
        }
    }

    /// Whether it holds at the end of a path of divisions, given from the province down.
    package func holds(at path: [DivisionID]) -> Bool {
        switch self {
        case .nation: true
        case .division(let prefix): path.contains { DivisionPrefix($0).map(prefix.contains) ?? false }
        }
    }
}
