import Foundation

/// What a page carries from one step of an act to the next, sealed, so that no half-finished act is stored anywhere.
protocol AccessNote: Codable, Sendable {
    /// Tells kinds of notes apart: one is never read as another.
    static var field: StaticString { get }
    var expiresAt: Instant { get }
}

extension Vault {
    /// The note as a page carries it: base64url.
    func write<Note: AccessNote>(_ note: Note) throws -> String {
        let sealed = try seal(bytes: Array(JSONEncoder().encode(note)), at: Vault.place(of: Note.self))
        return Data(sealed).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
    }

    /// Nil for whatever is no note of this kind, or one that has run out.
    func read<Note: AccessNote>(_ text: String, as type: Note.Type, at instant: Instant) -> Note? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        guard text.utf8.count < 2000, let sealed = Data(base64Encoded: plain),
            let bytes = try? open(bytes: Array(sealed), at: Vault.place(of: type)),
            let note = try? JSONDecoder().decode(type, from: Data(bytes)), instant < note.expiresAt
        else { return nil }
        return note
    }

    private static func place<Note: AccessNote>(of type: Note.Type) -> SealedPlace {
        SealedPlace(type.field, committee: DivisionID(rawValue: 0), key: "")
    }
}
