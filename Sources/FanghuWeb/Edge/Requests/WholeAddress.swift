package import Hummingbird

extension Request {
    /// The whole address of a page, as the browser that asks reaches the server: for what is printed and scanned.
    ///
    /// - Parameter isSecure: whether browsers reach the server by TLS.
    package func wholeAddress(of address: some Address, isSecure: Bool) -> String {
        guard let host = head.authority else { return address.path }
        return "\(isSecure ? "https" : "http")://\(host)\(address.path)"
    }
}
