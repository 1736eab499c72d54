/// From what temperature on a person has a fever.
///
/// Both "at least" and "above" 37.3 °C are found in the wild, so that too is data (DOMAIN §3.10).
package struct FeverRule: Hashable, Sendable, Codable {
    package let thresholdTenths: Int
    package let isInclusive: Bool

    package init(thresholdTenths: Int, isInclusive: Bool) {
        self.thresholdTenths = thresholdTenths
        self.isInclusive = isInclusive
    }

    package func isFever(_ temperature: Temperature) -> Bool {
        isInclusive ? temperature.tenths >= thresholdTenths : temperature.tenths > thresholdTenths
    }
}
