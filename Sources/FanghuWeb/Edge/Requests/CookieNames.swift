import Hummingbird

/// Names and attributes of our cookies.
///
/// Under TLS the session's cookie carries the `__Host-` prefix: no neighbouring host name can plant one.
package struct CookieNames: Sendable {
    package let isSecure: Bool

    package init(isSecure: Bool) {
        self.isSecure = isSecure
    }

    package var session: String { isSecure ? "__Host-fanghu" : "fanghu" }
    package var language: String { "fanghu_language" }
    package var notice: String { "fanghu_notice" }

    /// The header value that hands a browser its session; `secret` must be base64url or hexadecimal.
    package func session(_ secret: String, seconds: Int) -> String {
        setting(session, to: secret, seconds: seconds, isReadable: false)
    }

    /// The header value that takes the session away.
    package func endOfSession() -> String {
        setting(session, to: "", seconds: 0, isReadable: false)
    }

    func setting(_ name: String, to value: String, seconds: Int, isReadable: Bool = false) -> String {
        "\(name)=\(value); Path=/; Max-Age=\(seconds); SameSite=Lax"
            + (isReadable ? "" : "; HttpOnly") + (isSecure ? "; Secure" : "")
    }
}
