/// How names of divisions are compared.
package enum DivisionName {
    /// A character got lost on the way: U+FFFD, a question mark, one of a private area, or nothing is left at all.
    package static func isDamaged(_ name: String) -> Bool {
        name.isEmpty
            || name.unicodeScalars.contains { scalar in
                scalar == "\u{FFFD}" || scalar == "?" || scalar == "？" || scalar == "□"
                    || scalar.properties.generalCategory == .privateUse
            }
    }

    /// The same name in one writing: brackets and figures of half width, no blanks.
    package static func normalise(_ name: String) -> String {
        String(
            String.UnicodeScalarView(
                name.unicodeScalars.lazy.filter { !$0.properties.isWhitespace }
                    .map { scalar in
                        (0xFF01...0xFF5E).contains(scalar.value)
                            ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
                    }
            )
        )
    }

    /// What is left of a committee's name without the word for its kind.
    package static func stem(_ name: String) -> String {
        var stem = Substring(normalise(name))
        for ending in endings where stem.hasSuffix(ending) && stem.count > ending.count {
            stem = stem.dropLast(ending.count)
        }
        return stem.filter { !"()、,.·第".contains($0) }
    }

    /// From 0 to 1: shared characters in order, against the length of both (Dice over the longest common subsequence).
    package static func similarity(_ one: String, _ other: String) -> Double {
        let first = Array(stem(one))
        let second = Array(stem(other))
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        return 2 * Double(longestCommonSubsequence(first, second)) / Double(first.count + second.count)
    }

    /// Whether what tells neighbours apart (first and second, north and south) is the same in both.
    package static func haveSameOrdinals(_ one: String, _ other: String) -> Bool {
        ordinals(one) == ordinals(other)
    }

    /// Whether a name is another one with an ordinal added: 宜川一村第二居委会 of 宜川一村居委会.
    package static func isPart(_ name: String, of whole: String) -> Bool {
        let part = stem(name)
        let rest = part.dropFirst(stem(whole).count)
        return part.hasPrefix(stem(whole)) && !rest.isEmpty && rest.allSatisfy { ordinalCharacters.contains($0) }
    }

    private static let endings = ["居民委员会", "村民委员会", "居委会", "村委会", "社区"]
    private static let ordinalCharacters = Set("一二三四五六七八九十0123456789东南西北上中下")

    private static func ordinals(_ name: String) -> [Character] {
        stem(name).filter { ordinalCharacters.contains($0) }.sorted()
    }

    private static func longestCommonSubsequence(_ first: [Character], _ second: [Character]) -> Int {
        var previous = [Int](repeating: 0, count: second.count + 1)
        for character in first {
            var current = previous
            for (index, other) in second.enumerated() {
                current[index + 1] = character == other ? previous[index] + 1 : max(previous[index + 1], current[index])
            }
            previous = current
        }
        return previous[second.count]
    }
}
