package import Fanghu
import Foundation

/// The addresses of a room: routes are registered from them and links are printed from them.
///
/// ```
/// package enum ObservationAddress: Address {
///     case list
///     case release(Slot<ObservationID>)
///
///     package static let all: [ObservationAddress] = [.list, .release("id")]
///
///     package var path: String {
///         switch self {
///         case .list: "/desk/observations"
///         case .release(let id): "/desk/observations/\(id)/release"
///         }
///     }
/// }
/// ```
///
/// `routes.get(ObservationAddress.release("id"))` registers it; `ObservationAddress.release(.of(id)).path` links to it;
/// `context.value(of: "id", as: ObservationID.self)` reads what stood in the slot.
package protocol Address: Sendable {
    /// One of each case, with named slots, for the test that every address has a route.
    static var all: [Self] { get }

    /// Begins with `/`; no query.
    var path: String { get }
}

/// A place in an address: a name where a route is registered, a value where a link is printed.
package enum Slot<Value: AddressValue>: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    case named(String)
    case of(Value)

    package init(stringLiteral name: String) {
        self = .named(name)
    }

    package var description: String {
        switch self {
        case .named(let name): "{\(name)}"
        case .of(let value): AddressText.encoded(value.addressText)
        }
    }
}

/// A value that can stand in an address.
package protocol AddressValue: Sendable {
    var addressText: String { get }
    /// Nil for text that is no such value: nothing is found under that address.
    init?(addressText: String)
}

extension AddressValue where Self: EntityID {
    package var addressText: String { text }
    package init?(addressText: String) { self.init(addressText) }
}

extension AccountID: AddressValue {}
extension AppointmentID: AddressValue {}
extension ArrivalID: AddressValue {}
extension DayRecordID: AddressValue {}
extension DutyTaskID: AddressValue {}
extension WorkOrderID: AddressValue {}
extension LeadID: AddressValue {}
extension LedgerImportID: AddressValue {}
extension ObservationID: AddressValue {}
extension PersonID: AddressValue {}
extension PlaceID: AddressValue {}
extension SessionID: AddressValue {}

extension DivisionID: AddressValue {
    package var addressText: String { text }
    package init?(addressText: String) { self.init(addressText) }
}

extension CivilDate: AddressValue {
    package var addressText: String { String(yyyymmdd) }
    package init?(addressText: String) { self.init(addressText) }
}

extension String: AddressValue {
    package var addressText: String { self }
    package init?(addressText: String) { self = addressText }
}

/// Percent-encoding of what stands in an address.
package enum AddressText {
    private static let unreserved = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
    )

    package static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? ""
    }

    /// `?a=1&b=2` out of what is not empty, or nothing at all.
    package static func query(_ pairs: [(name: String, value: String?)]) -> String {
        let items = pairs.compactMap { pair -> String? in
            guard let value = pair.value, !value.isEmpty else { return nil }
            return "\(encoded(pair.name))=\(encoded(value))"
        }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }
}
