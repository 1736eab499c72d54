import ArgumentParser
import Fanghu
import FanghuWeb
import Foundation
import Store

/// How a verb ends when it cannot do what it was asked: words on the standard error and a number for scripts.
struct CommandFailure {
    /// 1 refused or failed · 3 differences found · 64 wrong usage (ArgumentParser's own).
    static let failed: Int32 = 1
    static let differences: Int32 = 3

    private let lines: [String]

    init(_ error: any Error) {
        let language = Console.language
        switch error {
        case let refusal as any Refusal: lines = [Self.line(refusal, language)]
        case let refusals as Refusals: lines = refusals.all.map { Self.line($0, language) }
        case let complaint as Complaint: lines = [complaint.words(in: language)]
        default: lines = ["\(error)"]
        }
    }

    /// Whether it is ours to explain; help, version and usage are ArgumentParser's.
    static func isOurs(_ error: any Error) -> Bool {
        FanghuCommand.exitCode(for: error) == .failure && !(error is ExitCode) && !(error is ValidationError)
            && !String(describing: type(of: error)).contains("CommandError")
    }

    func exit() -> Never {
        for line in lines { Console.note("fanghu: \(line)") }
        Foundation.exit(CommandFailure.failed)
    }

    private static func line(_ refusal: any Refusal, _ language: Language) -> String {
        "\(refusal.words(in: language)) (\(refusal.code))"
    }
}

/// Something wrong that only the command line knows of, with advice.
struct Complaint: Error {
    let words: Words

    init(_ chinese: String, _ english: String) {
        words = Words(chinese, english)
    }
}
