/// The words under which a person is found, as keyed hashes.
///
/// One and two adjacent characters of the name, the same of its pinyin initials, the phone and its last four digits,
/// the document number. What is common to many names is hashed once: an import asks for the same few thousand again
/// and again.
struct PersonTokens {
    private let vault: Vault
    private var memory: [Word: Int64] = [:]

    private struct Word: Hashable {
        let subject: KeyedSubject
        let text: String
    }

    init(_ vault: Vault) {
        self.vault = vault
    }

    /// The tokens of a person, each once, in ascending order.
    mutating func tokens(of details: PersonDetails) -> [Int64] {
        var tokens: Set<Int64> = []
        for text in PersonTokens.fragments(of: PersonTokens.searched(details.name.text)) {
            tokens.insert(remembered(text, .name))
        }
        for text in PersonTokens.fragments(of: PinyinInitials.of(details.name.text)) {
            tokens.insert(remembered(text, .initials))
        }
        for phone in details.phones {
            tokens.insert(vault.token(phone.e164, of: .phone))
            tokens.insert(remembered(String(phone.tail), .phoneTail))
        }
        for document in details.documents {
            tokens.insert(vault.token(document.number, of: .document))
        }
        return tokens.sorted()
    }

    /// The Chinese characters of a name; other scripts are found by their initials.
    static func searched(_ name: some StringProtocol) -> [Character] {
        name.filter { character in character.unicodeScalars.first.map { PersonName.isHan($0) } ?? false }
    }

    /// All runs of one and of two characters.
    private static func fragments(of characters: [Character]) -> [String] {
        characters.map { String($0) } + zip(characters, characters.dropFirst()).map { String([$0, $1]) }
    }

    private mutating func remembered(_ text: String, _ subject: KeyedSubject) -> Int64 {
        let word = Word(subject: subject, text: text)
        if let token = memory[word] { return token }
        let token = vault.token(text, of: subject)
        memory[word] = token
        return token
    }
}
