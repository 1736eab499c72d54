import Foundation
import Synchronization

/// A child process whose end can be awaited and which can be stopped from elsewhere.
final class ProcessHandle: Sendable {
    private let process: Mutex<Process>

    init(_ process: sending Process) {
        self.process = Mutex(process)
    }

    /// Starts it and waits; the status is 128 plus the signal where one ended it.
    func end() async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.withLock { process in
                process.terminationHandler = { ended in
                    let isSignal = ended.terminationReason == .uncaughtSignal
                    continuation.resume(returning: isSignal ? 128 + ended.terminationStatus : ended.terminationStatus)
                }
                do {
                    try process.run()
                } catch {
                    process.terminationHandler = nil
                    continuation.resume(throwing: error)
                }
            }
        }
    }

    /// Ends it for good if it still runs.
    func stop() {
        process.withLock { process in
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        }
    }
}
