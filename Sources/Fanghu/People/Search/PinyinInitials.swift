/// The initials under which a clerk looks for a name: `ZS` for 张三.
package enum PinyinInitials {
    /// One capital a character; Latin letters stand for themselves, everything else is left out.
    ///
    /// The family name is read as a family name: 单 is S, 尉迟 is YC.
    package static func of(_ name: some StringProtocol) -> [Character] {
        let characters = Array(name)
        var initials: [Character] = []
        if let reading = SurnameReading.compound[String(characters.prefix(2))] {
            initials = Array(reading)
        } else if let first = characters.first, let reading = SurnameReading.single[first] {
            initials = [reading]
        }
        for character in characters.dropFirst(initials.count) {
            if let initial = initial(of: character) { initials.append(initial) }
        }
        return initials
    }

    /// The usual reading of a character alone.
    static func initial(of character: Character) -> Character? {
        guard let scalar = character.unicodeScalars.first else { return nil }
        if scalar.isASCII {
            return scalar.properties.isAlphabetic ? character.uppercased().first : nil
        }
        guard scalar.value >= PinyinInitialTable.first else { return nil }
        let index = Int(scalar.value - PinyinInitialTable.first)
        guard index < PinyinInitialTable.letters.count, PinyinInitialTable.letters[index].isCapital else { return nil }
        return Character(Unicode.Scalar(PinyinInitialTable.letters[index]))
    }
}
