/// The number of a flight or train, or the words for a coach or ship (DOMAIN §3.9).
package struct JourneyNumber: Hashable, Sendable {
    package let means: Means
    package let text: String

    /// What the number is of; flights and trains overlap (`D3056`), so it is asked, not guessed.
    package enum Means: String, CaseIterable, Codable, Sendable {
        case flight
        case train
        case coach
        case ship
    }

    package init(_ text: some StringProtocol, by means: Means) throws(IdentifierRefusal) {
        self.means = means
        switch means {
        case .flight:
            let number = IdentifierText.normalised(text)
            let isFlight = number.wholeMatch(of: /([A-Z]{2}|[A-Z][0-9]|[0-9][A-Z])[0-9]{1,4}[A-Z]?/) != nil
            self.text = try JourneyNumber.checked(number, as: .flight, isFlight)
        case .train:
            let number = IdentifierText.normalised(text)
            let isTrain = number.wholeMatch(of: /[GDCZTKYLSPX][0-9]{1,4}|[0-9]{4}/) != nil
            self.text = try JourneyNumber.checked(number, as: .train, isTrain)
        case .coach, .ship:
            let words = IdentifierText.singleSpaced(text)
            self.text = try JourneyNumber.checked(words, as: .voyage, words.count <= 20)
        }
    }

    private static func checked(
        _ text: String,
        as kind: IdentifierKind,
        _ isRight: Bool
    ) throws(IdentifierRefusal) -> String {
        guard !text.isEmpty else { throw IdentifierRefusal(kind, .missing) }
        guard isRight else { throw IdentifierRefusal(kind, .shape) }
        return text
    }
}
