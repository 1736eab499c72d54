import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// A password as it is stored: scrypt (RFC 7914) with its parameters, `scrypt$N$r$p$salt$key` in base64.
package struct PasswordHash: Sendable {
    package let text: String

    package init(text: String) {
        self.text = text
    }

    private static let rounds = 1 << 15
    private static let blockSize = 8

    /// - Parameter salt: 16 random bytes.
    static func make(_ password: String, salt: [UInt8]) throws -> PasswordHash {
        let key = try derive(password, salt: salt, rounds: rounds, blockSize: blockSize)
        let parts = ["scrypt", "\(rounds)", "\(blockSize)", "1", base64(salt), base64(key)]
        return PasswordHash(text: parts.joined(separator: "$"))
    }

    func matches(_ password: String) throws -> Bool {
        let parts = text.split(separator: "$")
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), let blockSize = Int(parts[2]),
            let salt = Data(base64Encoded: String(parts[4])), let key = Data(base64Encoded: String(parts[5]))
        else { return false }
        let derived = try PasswordHash.derive(password, salt: Array(salt), rounds: rounds, blockSize: blockSize)
        return SafeComparison.equal(derived, Array(key))
    }

    private static func derive(_ password: String, salt: [UInt8], rounds: Int, blockSize: Int) throws -> [UInt8] {
        let key = try KDF.Scrypt.deriveKey(
            from: Data(password.precomposedStringWithCanonicalMapping.utf8),
            salt: Data(salt),
            outputByteCount: 32,
            rounds: rounds,
            blockSize: blockSize,
            parallelism: 1
        )
        return unsafe key.withUnsafeBytes { unsafe Array($0) }
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
    }
}

/// Comparison that takes as long for a near miss as for a far one.
enum SafeComparison {
    static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        var difference: UInt8 = 0
        for (first, second) in zip(left, right) { difference |= first ^ second }
        return difference == 0
    }
}

/// Runs password hashing, 0.1 s and 32 MB each, one at a time on a queue of its own.
///
/// On the cooperative threads two sign-ins would stop every other request of a two-core machine.
actor PasswordDesk {
    private let queue = DispatchQueue(label: "fanghu.passwords")
    private var waiting = 0
    private let limit = 40

    func make(_ password: String, salt: [UInt8]) async throws -> PasswordHash {
        try await run { try PasswordHash.make(password, salt: salt) }
    }

    func matches(_ password: String, _ hash: PasswordHash) async throws -> Bool {
        try await run { try hash.matches(password) }
    }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        guard waiting < limit else { throw AccessRefusal.tooManySignIns }
        waiting += 1
        defer { waiting -= 1 }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result(catching: work)) }
        }
    }
}
