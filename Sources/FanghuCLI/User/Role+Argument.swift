import ArgumentParser
import Fanghu

/// On the command line a role is its stable name; a wrong one is answered with the list.
extension Role: ExpressibleByArgument {
    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
