import Crypto
import Foundation

/// Time-based one-time codes (RFC 6238): six digits, 30 seconds, SHA-1, as every authenticator app makes them.
package enum OneTimeCode {
    /// The code of a time step.
    package static func code(secret: [UInt8], step: Int64) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
        let mac = Array(
            HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret))
        )
        let offset = Int(mac[19] & 15)
        let number = mac[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        return String(String(1_000_000 + number % 1_000_000).suffix(6))
    }

    /// The step of a moment.
    package static func step(at instant: Instant) -> Int64 {
        instant.microseconds / 30_000_000
    }

    /// The step whose code this is, one step early or late allowed; nil when wrong or not newer than the last used one.
    package static func matchingStep(_ code: String, secret: [UInt8], at instant: Instant, after last: Int64) -> Int64?
    {
        let now = step(at: instant)
        return (now - 1...now + 1)
            .first { step in
                step > last
                    && SafeComparison.equal(Array(OneTimeCode.code(secret: secret, step: step).utf8), Array(code.utf8))
            }
    }

    /// The address an authenticator app reads, usually from a QR code.
    package static func address(secret: [UInt8], account: String) -> String {
        let name = account.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? account
        return "otpauth://totp/Fanghu:\(name)?secret=\(base32(secret))&issuer=Fanghu"
    }

    /// RFC 4648 base 32 without padding.
    package static func base32(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
        var text = ""
        var buffer = 0
        var bits = 0
        for byte in bytes {
            buffer = buffer << 8 | Int(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(alphabet[buffer >> bits & 31])
            }
            buffer &= (1 << bits) - 1
        }
        if bits > 0 { text.append(alphabet[buffer << (5 - bits) & 31]) }
        return text
    }
}
