/// The secret keys of an installation: one that finds, and any number that seal.
///
/// Sealing keys rotate: a new one is added, the old ones still open what they sealed. Destroying one ends the data under
/// it, in backups too (R-PRIV-15). The index key does not rotate, for every keyed hash in the database hangs on it.
package struct KeyRing: Sendable {
    /// Names a sealing key; stands in front of every sealed value.
    package typealias KeyID = UInt32

    package let indexKey: [UInt8]
    package private(set) var sealingKeys: [KeyID: [UInt8]]
    package private(set) var currentID: KeyID

    static let keyLength = 32

    /// Nil unless every key has 32 bytes and the current one is there.
    package init?(indexKey: [UInt8], sealingKeys: [KeyID: [UInt8]], currentID: KeyID) {
        guard indexKey.count == KeyRing.keyLength, sealingKeys[currentID] != nil,
            sealingKeys.values.allSatisfy({ $0.count == KeyRing.keyLength })
        else { return nil }
        self.indexKey = indexKey
        self.sealingKeys = sealingKeys
        self.currentID = currentID
    }

    /// A ring with fresh keys.
    package init(context: Context) {
        indexKey = context.randomBytes(KeyRing.keyLength)
        sealingKeys = [1: context.randomBytes(KeyRing.keyLength)]
        currentID = 1
    }

    /// Adds a fresh sealing key, with which everything is sealed from now on.
    package mutating func rotate(context: Context) {
        currentID = (sealingKeys.keys.max() ?? 0) + 1
        sealingKeys[currentID] = context.randomBytes(KeyRing.keyLength)
    }

    /// Forgets a key for ever: what it sealed can never be opened again.
    ///
    /// The key in use cannot be destroyed; rotate first.
    package mutating func destroy(_ id: KeyID) throws(KeyRingRefusal) {
        guard id != currentID else { throw .keyInUse(id) }
        guard sealingKeys.removeValue(forKey: id) != nil else { throw .noSuchKey(id) }
    }
}

extension KeyRing: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "keys \(sealingKeys.keys.sorted()), current \(currentID)" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// Why a key cannot be destroyed.
package enum KeyRingRefusal: Refusal, Equatable {
    case keyInUse(KeyRing.KeyID)
    case noSuchKey(KeyRing.KeyID)

    package var code: String {
        switch self {
        case .keyInUse: "privacy.keyInUse"
        case .noSuchKey: "privacy.noSuchKey"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .keyInUse: .conflict
        case .noSuchKey: .absent
        }
    }

    package var words: Words {
        switch self {
        case .keyInUse(let id): Words("密钥\(id)正在使用，请先轮换", "Key \(id) is in use; rotate first")
        case .noSuchKey(let id): Words("没有密钥\(id)", "There is no key \(id)")
        }
    }
}
