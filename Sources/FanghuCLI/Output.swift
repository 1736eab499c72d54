import ArgumentParser
import Fanghu
import Foundation

/// What commands print, and how they end.
enum Output {
    /// The language of the terminal: Chinese where `LANG` says so.
    static var language: Language {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_MESSAGES"] ?? environment["LANG"] ?? ""
        return locale.hasPrefix("zh") ? .chinese : .english
    }

    static func line(_ text: String) {
        print(text)
    }

    /// One JSON document.
    static func json(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        line(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// Runs a command and turns what may go wrong into one line on standard error.
    ///
    /// A refusal ends with 65 (`EX_DATAERR`), a file that cannot be read with 66 (`EX_NOINPUT`).
    static func reporting(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let refusal as any Refusal {
            FileHandle.standardError.write(Data("fanghu: \(refusal.words(in: language)) [\(refusal.code)]\n".utf8))
            throw ExitCode(65)
        } catch let fault as CocoaError {
            let path = fault.filePath.map { "\($0): " } ?? ""
            FileHandle.standardError.write(Data("fanghu: \(path)\(fault.localizedDescription)\n".utf8))
            throw ExitCode(66)
        }
    }
}
