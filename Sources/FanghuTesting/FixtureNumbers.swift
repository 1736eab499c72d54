package import Fanghu

/// Identity and phone numbers that cannot be anybody's (DOMAIN §3.1, R-PRIV-20).
///
/// Prefix 310100 is the city itself and is not issued to persons; 154 is no range of any mobile network.
package enum FixtureNumbers {
    /// A well-formed identity number; the last digit of the sequence makes it a man's (odd) or a woman's (even).
    package static func citizen(born: CivilDate, sequence: Int) -> String {
        let sequenceText = String(1000 + sequence % 1000).dropFirst()
        let body = "310100\(String(born.yyyymmdd + 100_000_000).dropFirst())\(sequenceText)"
        return body + String(Character(Unicode.Scalar(checkCharacter(body))))
    }

    /// The n-th of many different numbers: a thousand for each day from 1950 on.
    package static func citizen(_ index: Int) -> String {
        let days = CivilDate(yyyymmdd: 1950_01_01)?.daysSince1970 ?? 0
        return citizen(born: CivilDate(daysSince1970: days + index / 1000 % 20000), sequence: index % 1000)
    }

    /// The n-th of many different mobile numbers, in E.164's national part.
    package static func phone(_ index: Int) -> String {
        "154" + String(100_000_000 + index % 100_000_000).dropFirst()
    }

    /// ISO 7064 MOD 11-2 by its table: written another way than the product's, so that one checks the other.
    private static func checkCharacter(_ body: String) -> UInt8 {
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return Array("10X98765432".utf8)[sum % 11]
    }
}
