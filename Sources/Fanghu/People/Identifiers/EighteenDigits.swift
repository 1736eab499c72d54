/// The common frame of 18-character personal numbers: a prefix, a birth date, a sequence and an ISO 7064 MOD 11-2 check
/// character (GB 11643-1999).
struct EighteenDigits: Hashable, Sendable {
    let text: String
    let birthDate: CivilDate
    let sex: Sex

    /// The checks whose order is fixed by DOMAIN §3.1: shape, date, check character.
    init(_ text: String, as kind: IdentifierKind, on today: CivilDate) throws(IdentifierRefusal) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw IdentifierRefusal(kind, .missing) }
        guard bytes.count == 18, bytes[0] != UInt8(ascii: "0"), bytes[0..<17].allSatisfy(\.isDigit),
            bytes[17].isDigit || bytes[17] == UInt8(ascii: "X")
        else { throw IdentifierRefusal(kind, .shape) }
        guard let birthDate = CivilDate(yyyymmdd: EighteenDigits.number(bytes[6..<14])) else {
            throw IdentifierRefusal(kind, .noSuchDate)
        }
        guard birthDate <= today else { throw IdentifierRefusal(kind, .dateInFuture) }
        guard bytes[17] == EighteenDigits.checkCharacter(of: bytes[0..<17]) else {
            throw IdentifierRefusal(kind, .checkCharacter)
        }
        self.init(checked: text, birthDate: birthDate, sex: bytes[16] % 2 == 1 ? .male : .female)
    }

    /// For text that passed the checks before it was stored.
    init?(stored text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 18, let birthDate = CivilDate(yyyymmdd: EighteenDigits.number(bytes[6..<14])) else {
            return nil
        }
        self.init(checked: text, birthDate: birthDate, sex: bytes[16] % 2 == 1 ? .male : .female)
    }

    private init(checked text: String, birthDate: CivilDate, sex: Sex) {
        self.text = text
        self.birthDate = birthDate
        self.sex = sex
    }

    /// Whether the person would be older than 120 years on a day.
    func isOlderThan120(on today: CivilDate) -> Bool {
        today.yyyymmdd - birthDate.yyyymmdd >= 121_0000
    }

    /// The check character of 17 digits, by the recursive form of MOD 11-2.
    static func checkCharacter(of digits: some Sequence<UInt8>) -> UInt8 {
        let remainder = digits.reduce(0) { ($0 + Int($1 - 48)) * 2 % 11 }
        let check = (12 - remainder) % 11
        return check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)
    }

    static func number(_ digits: ArraySlice<UInt8>) -> Int {
        digits.reduce(0) { $0 * 10 + Int($1 &- 48) }
    }
}
