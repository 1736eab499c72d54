import Crypto

/// The hash that ties an entry to the one before it.
enum AuditDigest {
    /// What the first entry of a chain follows.
    static let start = [UInt8](repeating: 0, count: 32)

    /// SHA-256 over the digest before and every field, each with its length, so that no two entries read alike.
    static func of(_ draft: AuditEntry.Draft, sequence: Int64, after previous: [UInt8]) -> [UInt8] {
        var content = previous
        content.reserveCapacity(320)
        append(String(draft.committee.rawValue), to: &content)
        append(String(sequence), to: &content)
        append(String(draft.authority.instant.microseconds), to: &content)
        append(draft.authority.account?.text, to: &content)
        append(draft.authority.actorKind, to: &content)
        append(draft.authority.role?.rawValue, to: &content)
        append(draft.act, to: &content)
        append(draft.subject, to: &content)
        append(draft.reason, to: &content)
        append(draft.detail, to: &content)
        // Only where there is one: chains from before delegation still verify.
        if let absentee = draft.authority.standingInFor { append(absentee.text, to: &content) }
        return Array(SHA256.hash(data: content))
    }

    private static func append(_ text: String?, to content: inout [UInt8]) {
        guard let text else {
            content.append(0)
            return
        }
        content.append(1)
        forEachLengthByte(of: text.utf8.count) { content.append($0) }
        content.append(contentsOf: text.utf8)
    }

    /// Four bytes, most significant first.
    private static func forEachLengthByte(of count: Int, _ body: (UInt8) -> Void) {
        for shift in [24, 16, 8, 0] { body(UInt8(truncatingIfNeeded: count >> shift)) }
    }
}
