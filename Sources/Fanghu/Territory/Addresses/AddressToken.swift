/// A piece of an address: words, or a figure with its unit.
enum AddressToken: Equatable {
    case words(String)
    case figure(String, AddressUnit)
}

/// What a figure counts, from the outside in: an address never goes back up.
enum AddressUnit: Int, Comparable, CaseIterable {
    case lane
    case subLane
    case number
    case building
    case entrance
    case floor
    case room
    /// Nothing behind it: a room after a number, a number after a road.
    case none
    case group

    static let signs: [(sign: String, unit: AddressUnit)] = [
        ("支弄", .subLane), ("号楼", .building), ("单元", .entrance), ("门洞", .entrance),
        ("弄", .lane), ("号", .number), ("幢", .building), ("栋", .building), ("座", .building),
        ("楼", .floor), ("层", .floor), ("室", .room), ("户", .room), ("组", .group), ("队", .group),
    ]

    static func < (left: AddressUnit, right: AddressUnit) -> Bool {
        left.rawValue < right.rawValue
    }
}

/// Cuts an address into its pieces.
struct AddressScanner {
    private let characters: [Character]
    private var position = 0
    private var tokens: [AddressToken] = []
    private var words = ""

    init(_ text: String) {
        characters = Array(text)
    }

    mutating func scan() -> [AddressToken] {
        while position < characters.count {
            if let figure = figure() {
                flush()
                tokens.append(figure)
            } else {
                words.append(characters[position])
                position += 1
            }
        }
        flush()
        return tokens
    }

    private mutating func flush() {
        if !words.isEmpty { tokens.append(.words(words)) }
        words = ""
    }

    /// A figure with its unit at this place; nil, and no step, where the characters belong to a name.
    private mutating func figure() -> AddressToken? {
        guard !isPosition(at: position) else { return nil }
        let start = position
        var text = ""
        if AddressText.isFigure(characters[position]) {
            text = arabicFigure()
        } else if AddressText.isNumeral(characters[position]) {
            text = chineseFigure()
        } else if AddressText.isLatin(characters[position]) {
            text = latinFigure()
        }
        guard !text.isEmpty, let unit = unit(after: text, startedAt: start) else {
            position = start
            return keptWhole(text)
        }
        return .figure(leadingSuffix() + text + trailingSuffix(unit), unit)
    }

    /// A figure that is part of a name goes into the words at once, so that its tail is not read as a figure.
    private mutating func keptWhole(_ text: String) -> AddressToken? {
        guard let first = text.first, AddressText.isFigure(first) else { return nil }
        while position + 1 < characters.count, AddressText.isFigure(characters[position]),
            AddressText.isFigure(characters[position + 1])
        {
            words.append(characters[position])
            position += 1
        }
        return nil
    }

    /// 123, 137-1, 36-38, 12A.
    private mutating func arabicFigure() -> String {
        var text = ""
        while position < characters.count {
            let character = characters[position]
            guard AddressText.isFigure(character) || character == "-" || AddressText.isLatin(character) else { break }
            text.append(character)
            position += 1
        }
        return text.uppercased()
    }

    private mutating func chineseFigure() -> String {
        var text = ""
        while position < characters.count, AddressText.isNumeral(characters[position]) {
            text.append(characters[position])
            position += 1
        }
        return AddressText.arabic(text) ?? ""
    }

    /// A座.
    private mutating func latinFigure() -> String {
        let letter = String(characters[position]).uppercased()
        position += 1
        return letter
    }

    /// Steps over the unit; nil where there is none that fits.
    private mutating func unit(after text: String, startedAt start: Int) -> AddressUnit? {
        let isArabic = AddressText.isFigure(characters[start])
        let suffix = position < characters.count && Self.suffixes.contains(characters[position]) ? 1 : 0
        for (sign, unit) in AddressUnit.signs where isSign(sign, at: position + suffix) {
            let next = position + suffix + sign.count
            if next < characters.count, "桥线院坊路街".contains(characters[next]) { return nil }
            if suffix == 1 { pendingSuffix = String(characters[position]) }
            position = next
            return unit
        }
        guard isArabic, position == characters.count || isPosition(at: position) else { return nil }
        return AddressUnit.none
    }

    private func isSign(_ sign: String, at index: Int) -> Bool {
        index < characters.count && characters[index...].starts(with: sign)
    }

    private func isPosition(at index: Int) -> Bool {
        guard index < characters.count, Self.positionStarts.contains(characters[index]) else { return false }
        return RoomPosition.allCases.contains { characters[index...].starts(with: $0.rawValue) }
    }

    private static let positionStarts = Set(RoomPosition.allCases.compactMap(\.rawValue.first))
    private static let suffixes = Set<Character>("甲乙丙丁戊临附")
    private var pendingSuffix = ""

    /// 临45号 and 甲45号: the sign stands at the end of the words before.
    private mutating func leadingSuffix() -> String {
        guard let last = words.last, Self.suffixes.contains(last), words.count > 1 else { return "" }
        words.removeLast()
        pendingSuffix = String(last)
        return ""
    }

    /// 45甲号 and 45号甲 are the same door.
    private mutating func trailingSuffix(_ unit: AddressUnit) -> String {
        var suffix = pendingSuffix
        pendingSuffix = ""
        if unit <= .number, position < characters.count, Self.suffixes.contains(characters[position]) {
            suffix += String(characters[position])
            position += 1
        }
        if unit == .number, position < characters.count, characters[position] == "-" { position += 1 }
        return suffix
    }
}
