import Crypto
import Foundation

/// Seals personal data and makes the keyed hashes by which they are found (DOMAIN §9.3).
///
/// AES-256-GCM under a random 96-bit nonce. A sealed value is: algorithm (1 byte), key id (4), nonce (12), ciphertext,
/// tag (16). Its place is authenticated with it, so a value that is moved to another row does not open.
package struct Vault: Sendable {
    private let sealing: [KeyRing.KeyID: SymmetricKey]
    private let callers: [KeyRing.KeyID: SymmetricKey]
    private let currentID: KeyRing.KeyID
    private let hashKey: SymmetricKey
    private let tokenKey: SymmetricKey

    /// AES-256-GCM as above; another number is another way of sealing.
    private static let algorithm: UInt8 = 1
    private static let headerLength = 5
    private static let nonceLength = 12
    private static let tagLength = 16

    /// The same vault with keys of its own for who called, so that the one does not open what the other sealed
    /// (R-PRIV-19).
    package var forCallers: Vault {
        Vault(
            sealing: callers,
            callers: callers,
            currentID: currentID,
            hashKey: hashKey,
            tokenKey: tokenKey
        )
    }

    private init(
        sealing: [KeyRing.KeyID: SymmetricKey],
        callers: [KeyRing.KeyID: SymmetricKey],
        currentID: KeyRing.KeyID,
        hashKey: SymmetricKey,
        tokenKey: SymmetricKey
    ) {
        self.sealing = sealing
        self.callers = callers
        self.currentID = currentID
        self.hashKey = hashKey
        self.tokenKey = tokenKey
    }

    package init(_ ring: KeyRing) {
        sealing = ring.sealingKeys.mapValues { Vault.derive("seal", from: $0) }
        callers = ring.sealingKeys.mapValues { Vault.derive("callers", from: $0) }
        currentID = ring.currentID
        hashKey = Vault.derive("hash", from: ring.indexKey)
        tokenKey = Vault.derive("token", from: ring.indexKey)
    }

    /// Seals bytes for one place.
    package func seal(bytes: [UInt8], at place: SealedPlace) throws -> [UInt8] {
        guard let key = sealing[currentID] else { throw VaultFault.keyMissing(currentID) }
        let header = Vault.header(currentID)
        let box = try AES.GCM.seal(bytes, using: key, authenticating: header + place.bytes)
        return header + Array(box.nonce) + Array(box.ciphertext) + Array(box.tag)
    }

    /// The bytes again; a fault when they were changed, moved, or their key is gone.
    package func open(bytes sealed: [UInt8], at place: SealedPlace) throws(VaultFault) -> [UInt8] {
        let id = try keyID(of: sealed)
        guard let key = sealing[id] else { throw .keyMissing(id) }
        let nonceEnd = Vault.headerLength + Vault.nonceLength
        let tagStart = sealed.count - Vault.tagLength
        let opened = try? AES.GCM.open(
            AES.GCM.SealedBox(
                nonce: AES.GCM.Nonce(data: sealed[Vault.headerLength..<nonceEnd]),
                ciphertext: sealed[nonceEnd..<tagStart],
                tag: sealed[tagStart...]
            ),
            using: key,
            authenticating: sealed[0..<Vault.headerLength] + place.bytes
        )
        guard let opened else { throw .damaged }
        return Array(opened)
    }

    /// The key that sealed a value.
    package func keyID(of sealed: [UInt8]) throws(VaultFault) -> KeyRing.KeyID {
        guard sealed.count >= Vault.headerLength + Vault.nonceLength + Vault.tagLength else { throw .damaged }
        guard sealed[0] == Vault.algorithm else { throw .unknownAlgorithm(sealed[0]) }
        return sealed[1..<Vault.headerLength].reduce(0) { $0 << 8 | KeyRing.KeyID($1) }
    }

    /// A keyed hash for exact match: the same text gives the same 32 bytes, and nobody without the key can try texts.
    package func hash(_ text: some StringProtocol, of subject: KeyedSubject) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: subject.bytes(text), using: hashKey))
    }

    /// A keyed hash cut to eight bytes, for the words of a search; hits are verified after opening.
    package func token(_ text: some StringProtocol, of subject: KeyedSubject) -> Int64 {
        HMAC<SHA256>.authenticationCode(for: subject.bytes(text), using: tokenKey)
            .prefix(8)
            .reduce(0) { $0 << 8 | Int64($1) }
    }

    private static func header(_ id: KeyRing.KeyID) -> [UInt8] {
        [algorithm, UInt8(truncatingIfNeeded: id >> 24), UInt8(truncatingIfNeeded: id >> 16)]
            + [UInt8(truncatingIfNeeded: id >> 8), UInt8(truncatingIfNeeded: id)]
    }

    private static func derive(_ use: String, from key: [UInt8]) -> SymmetricKey {
        HKDF<SHA256>
            .deriveKey(
                inputKeyMaterial: SymmetricKey(data: key),
                info: Data("fanghu \(use)".utf8),
                outputByteCount: KeyRing.keyLength
            )
    }
}

extension Vault: CustomStringConvertible, CustomReflectable {
    package var description: String { "vault" }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// What a keyed hash is of; the same text of two subjects gives two hashes.
package enum KeyedSubject: String, CaseIterable, Sendable {
    case document
    case phone
    case phoneTail
    case name
    case initials
    /// One-time codes, bearer tokens and the like.
    case secret

    fileprivate func bytes(_ text: some StringProtocol) -> [UInt8] {
        Array(rawValue.utf8) + [0] + Array(text.utf8)
    }
}

/// Why a sealed value does not open: a fault, never a person's mistake.
package enum VaultFault: Error, Equatable {
    case unknownAlgorithm(UInt8)
    /// Its key was destroyed, or the key file is another installation's.
    case keyMissing(KeyRing.KeyID)
    /// Changed, cut short, or moved from another row.
    case damaged
}
