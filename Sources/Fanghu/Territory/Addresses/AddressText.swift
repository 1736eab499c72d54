/// The writing of an address before it is read.
package enum AddressText {
    /// Half width, no blanks, no hyphens except between figures, and what stood in brackets apart.
    static func normalise(_ text: String) -> (text: String, remark: String?) {
        var characters: [Character] = []
        var remark = ""
        var depth = 0
        for character in DivisionName.normalise(text).map(halfWidth) {
            switch character {
            case "(", "[", "【": depth += 1
            case ")", "]", "】": depth = max(0, depth - 1)
            case _ where depth > 0: remark.append(character)
            case ",", ";", "、", "，", "；", "。", ".", "'", "\"": continue
            default: characters.append(character)
            }
        }
        let plain = String(withoutLooseHyphens(characters))
        return (plain.contains("号-") ? withRangesJoined(plain) : plain, remark.isEmpty ? nil : remark)
    }

    /// 440号-450号 is 440-450号.
    private static func withRangesJoined(_ text: String) -> String {
        text.replacing(/([0-9]+)号-([0-9]+)号/) { "\($0.1)-\($0.2)号" }
    }

    private static func halfWidth(_ character: Character) -> Character {
        switch character {
        case "—", "–", "―", "~": "-"
        case "（": "("
        case "）": ")"
        case "＃", "#": "号"
        default: character
        }
    }

    /// 137-1号 is another door than 1371号; 石泉路-123弄 is 石泉路123弄.
    private static func withoutLooseHyphens(_ characters: [Character]) -> [Character] {
        characters.indices
            .filter { index in
                guard characters[index] == "-" else { return true }
                guard index > 0, index + 1 < characters.count else { return false }
                let before = characters[index - 1]
                return (isFigure(before) || before == "号") && isFigure(characters[index + 1])
            }
            .map { characters[$0] }
    }

    static func isFigure(_ character: Character) -> Bool {
        ("0"..."9").contains(character)
    }

    static func isLatin(_ character: Character) -> Bool {
        ("a"..."z").contains(character) || ("A"..."Z").contains(character)
    }

    /// A Chinese numeral below 10,000 as Arabic figures: 一百二十三 and 一二三 are 123, 十 is 10; nil for anything else.
    package static func arabic(_ numeral: some StringProtocol) -> String? {
        let digits: [Character: Int] = [
            "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]
        guard !numeral.isEmpty else { return nil }
        if numeral.allSatisfy({ digits[$0] != nil }) {
            return numeral.map { String(digits[$0] ?? 0) }.joined()
        }
        var total = 0
        var pending: Int?
        for character in numeral {
            if let digit = digits[character] {
                pending = digit
            } else if let unit = units[character] {
                total += (pending ?? 1) * unit
                pending = nil
            } else {
                return nil
            }
        }
        return String(total + (pending ?? 0))
    }

    static func isNumeral(_ character: Character) -> Bool {
        "零〇一二两三四五六七八九十百千".contains(character)
    }
}
