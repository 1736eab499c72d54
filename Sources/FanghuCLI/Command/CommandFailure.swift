import ArgumentParser
import Fanghu
import Foundation

/// How a verb ends when it cannot do what it was asked: words on the standard error and a number for scripts.
struct CommandFailure {
    /// 1 refused or failed · 3 differences found · 64 wrong usage (ArgumentParser's own).
    static let failed: Int32 = 1
    static let differences: Int32 = 3

    let lines: [String]

    init(_ error: any Error, in language: Language = Console.language) {
        switch error {
        case let refusals as Refusals: lines = refusals.all.map { Self.line($0.words, $0.code, language) }
        case let refusal as any Refusal: lines = [Self.line(refusal.words, refusal.code, language)]
        default:
            let fault = FaultWords(error)
            lines = [Self.line(fault.words, fault.code, language)]
        }
    }

    /// Whether it is ours to explain; help, version and usage are ArgumentParser's.
    static func isOurs(_ error: any Error) -> Bool {
        !(error is ExitCode) && FanghuCommand.exitCode(for: error) == .failure
    }

    func exit() -> Never {
        for line in lines { Console.note("fanghu: \(line)") }
        Foundation.exit(CommandFailure.failed)
    }

    private static func line(_ words: Words, _ code: String, _ language: Language) -> String {
        "\(words(in: language)) (\(code))"
    }
}
