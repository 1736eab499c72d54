import Fanghu
import Foundation

/// What a verb says: results on the standard output, everything else on the standard error.
enum Console {
    /// Chinese where the terminal is, else English.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("zh") ? .chinese : .english
    }

    static func say(_ text: String) {
        print(text)
    }

    /// Exactly one JSON document.
    static func say(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        print(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// A remark beside the result.
    static func note(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    static var isTerminal: Bool { isatty(2) == 1 }

    /// The first line of the standard input, without its end; nil when there is none.
    static func readSecret() -> String? {
        readLine(strippingNewline: true)
    }
}

/// A bar for long work: on a terminal only, never in a pipe.
final class ProgressBar: Sendable {
    private let title: String
    private let isShown: Bool

    init(_ title: String) {
        self.title = title
        isShown = Console.isTerminal
    }

    func show(_ done: Int, of total: Int) {
        guard isShown, total > 0 else { return }
        let width = 30
        let filled = min(width, done * width / total)
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        let end = done >= total ? "\n" : ""
        FileHandle.standardError.write(Data("\r\(title) \(bar) \(done)/\(total)\(end)".utf8))
    }
}
