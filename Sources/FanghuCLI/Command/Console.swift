import Fanghu
import Foundation

/// What a verb says: results on the standard output, everything else on the standard error.
enum Console {
    /// Chinese where the terminal is, else English.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }

    static func say(_ text: String) {
        print(text)
    }

    static func say(_ chinese: String, _ english: String) {
        print(Words(chinese, english)(in: language))
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

    static func note(_ chinese: String, _ english: String) {
        note(Words(chinese, english)(in: language))
    }

    static var isTerminal: Bool { isatty(2) == 1 }

    /// The first line of the standard input, without its end; refused when there is none.
    static func readSecret() throws -> String {
        guard let line = readLine(strippingNewline: true), !line.isEmpty else { throw CommandRefusal.passwordMissing }
        return line
    }
}
