/// Numbers for tests that need a right check character behind a body of their own.
enum FixtureVectors {
    /// The number with its last character replaced by the right one (DOMAIN §3.1, table form).
    static func rechecked(_ number: String) -> String {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(number.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return number.prefix(17) + String(Array("10X98765432")[sum % 11])
    }
}
