/// What a clerk typed into the search field, as the register can look for it.
package enum PersonQuery: Hashable, Sendable {
    case document(String)
    case phone(PhoneNumber)
    case phoneTail(String)
    /// Adjacent Chinese characters.
    case name([Character])
    /// Adjacent pinyin initials, or letters of a Latin name.
    case initials([Character])

    /// The readings of a text: eight digits may be a landline or a permit.
    ///
    /// Empty when there is nothing to look for.
    package static func readings(of text: some StringProtocol) -> [PersonQuery] {
        let name = PersonTokens.searched(text)
        guard name.isEmpty else { return [.name(name)] }
        let normal = IdentifierText.normalised(text)
        guard normal.utf8.allSatisfy({ $0 < 0x80 }) else { return [] }
        guard normal.utf8.contains(where: \.isDigit) else {
            let letters = normal.filter { $0.isLetter }
            return letters.isEmpty ? [] : [.initials(Array(letters))]
        }
        if normal.utf8.count == 4, normal.utf8.allSatisfy(\.isDigit) { return [.phoneTail(normal)] }
        var readings: [PersonQuery] = []
        if let phone = try? PhoneNumber(text) { readings.append(.phone(phone)) }
        if (5...20).contains(normal.utf8.count), normal.utf8.allSatisfy({ $0.isDigit || $0.isCapital }) {
            readings.append(.document(normal))
        }
        return readings
    }

    /// The one token that every hit has.
    func token(_ vault: Vault) -> Int64 {
        switch self {
        case .document(let number): vault.token(number, of: .document)
        case .phone(let phone): vault.token(phone.e164, of: .phone)
        case .phoneTail(let digits): vault.token(digits, of: .phoneTail)
        case .name(let characters): vault.token(String(characters.prefix(2)), of: .name)
        case .initials(let letters): vault.token(String(letters.prefix(2)), of: .initials)
        }
    }

    /// Whether an opened candidate is a hit: a token stands for two characters at most.
    package func matches(_ details: PersonDetails) -> Bool {
        switch self {
        case .document(let number): details.documents.contains { $0.number == number }
        case .phone(let phone): details.phones.contains(phone)
        case .phoneTail(let digits): details.phones.contains { $0.tail == digits }
        case .name(let characters): PersonTokens.searched(details.name.text).contains(characters)
        case .initials(let letters): PinyinInitials.of(details.name.text).contains(letters)
        }
    }
}
