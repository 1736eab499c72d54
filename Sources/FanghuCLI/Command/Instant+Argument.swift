import ArgumentParser
import Fanghu

/// A moment on the command line, ISO 8601 with its offset.
extension Instant: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(iso: argument)
    }
}
