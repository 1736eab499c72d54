import Foundation
import Synchronization

/// A bar for long work: on a terminal only, never in a pipe.
final class ProgressBar: Sendable {
    private let title: String
    private let isShown: Bool
    private let last = Mutex("")

    init(_ title: String) {
        self.title = title
        isShown = Console.isTerminal
    }

    /// - Parameter total: nil where nobody knows how much there is.
    func show(_ done: Int, of total: Int? = nil) {
        guard isShown else { return }
        let text = total.map { bar(done, of: $0) } ?? "\(done)"
        let isNew = last.withLock { last in
            defer { last = text }
            return last != text
        }
        if isNew { write("\r\(title) \(text)") }
    }

    /// Wipes the bar, so that the result begins on a clean line.
    func end() {
        let width = last.withLock(\.count)
        guard isShown, width > 0 else { return }
        write("\r" + String(repeating: " ", count: title.count + width + 1) + "\r")
    }

    private func bar(_ done: Int, of total: Int) -> String {
        let width = 30
        let filled = total > 0 ? min(width, done * width / total) : width
        return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            + " \(done)/\(total)"
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
