/// The text of a key file: a line a key, so that a person can copy it to paper.
///
/// ```
/// fanghu keys 1
/// index <64 hexadecimal digits>
/// seal 1 <64 hexadecimal digits>
/// current 1
/// ```
enum KeyFileText {
    private static let heading = "fanghu keys 1"

    static func text(_ ring: KeyRing) -> String {
        var lines = [heading, "index \(hexadecimal(ring.indexKey))"]
        for (id, key) in ring.sealingKeys.sorted(by: { $0.key < $1.key }) {
            lines.append("seal \(id) \(hexadecimal(key))")
        }
        lines.append("current \(ring.currentID)")
        return lines.joined(separator: "\n") + "\n"
    }

    /// Nil for anything but a whole, well-formed file.
    static func ring(_ text: String) -> KeyRing? {
        let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: " ").map(String.init) }
        guard lines.first?.joined(separator: " ") == heading else { return nil }
        var indexKey: [UInt8] = []
        var sealingKeys: [KeyRing.KeyID: [UInt8]] = [:]
        var currentID: KeyRing.KeyID?
        for line in lines.dropFirst() {
            switch (line.first, line.count) {
            case ("index", 2): indexKey = bytes(line[1]) ?? []
            case ("seal", 3):
                guard let id = KeyRing.KeyID(line[1]), let key = bytes(line[2]) else { return nil }
                sealingKeys[id] = key
            case ("current", 2): currentID = KeyRing.KeyID(line[1])
            default: return nil
            }
        }
        guard let currentID else { return nil }
        return KeyRing(indexKey: indexKey, sealingKeys: sealingKeys, currentID: currentID)
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String(256 + Int($0), radix: 16).dropFirst() }.joined()
    }

    private static func bytes(_ text: String) -> [UInt8]? {
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == text.count, digits.count % 2 == 0 else { return nil }
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
    }
}
