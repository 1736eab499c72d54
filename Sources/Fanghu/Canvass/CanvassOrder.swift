/// The order in which premises are walked past: a road's odd side up, its even side back down.
///
/// Dwellings have an order of their own in the register. A lane counts by its number on the road.
package enum CanvassOrder {
    /// The key of premises; compares as text.
    package static func key(of premises: String, _ parser: AddressParser) -> String {
        guard let address = try? parser.parse(premises), let road = address.road else { return premises }
        let digits = (address.lane ?? address.number ?? "").prefix { $0.isASCII && $0.isNumber }
        let rest = AddressKey(address, in: DivisionID(rawValue: 0)).order
        guard let figure = Int(digits), figure < largest else { return "\(road)!3!\(rest)" }
        let isOdd = figure % 2 == 1
        let step = isOdd ? figure : largest - figure
        return "\(road)!\(isOdd ? 1 : 2)\(String(largest + step).dropFirst())!\(rest)"
    }

    private static let largest = 1_000_000
}
