package import Foundation

/// How the server meets the world.
package struct EdgeSettings: Sendable {
    package var host = "127.0.0.1"
    package var port = 8080
    /// Certificate chain and key as PEM; with both the server speaks TLS and HTTP/2.
    package var tls: TLSFiles?
    /// Whether browsers reach it by TLS, here or at a proxy in front of it: cookies are then `Secure`.
    package var isBehindTLS = false
    package var limits = BodyLimits()
    /// How long a silent connection is kept.
    package var idleSeconds = 60
    package var isLoggingRequests = true
    /// What heartbeats of live streams wait by.
    package var pulse: any Clock<Duration> = ContinuousClock()
    /// Where the set-up installed the web libraries; nil to do without.
    package var libraries: URL? = URL(fileURLWithPath: ".deps/web")
    /// Where somebody is sent who must sign in.
    package var signIn: String?
    /// Where the visitor's name leads.
    package var own: String?
    /// Where the button of the pages' corner signs out.
    package var signOut: String?

    package init() {}

    package var isSecure: Bool { tls != nil || isBehindTLS }
}

/// A certificate and its key.
package struct TLSFiles: Sendable {
    package let certificate: String
    package let key: String

    package init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}
