import Foundation
import Subprocess
import Testing

/// The built `fanghu`, run as a person runs it.
enum Binary {
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        func json() throws -> [String: Any] {
            try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
        }
    }

    /// The folder of the test bundle, where the build puts the binary too.
    private static let folder = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        .deletingLastPathComponent().path

    /// Nothing of the tester's own variables, for a database may be named there.
    static func environment(_ variables: [String: String]) -> Environment {
        var all: [Environment.Key: String] = ["PATH": "\(folder):/usr/bin:/bin", "LANG": "C.UTF-8"]
        for (name, value) in variables { all[Environment.Key(stringLiteral: name)] = value }
        return .custom(all)
    }

    static func run(
        _ arguments: [String],
        environment: [String: String] = [:],
        input: String = ""
    ) async throws -> Result {
        // The shell opens the input: a pipe that the library writes to stays open, and ends the test process, when the
        // program does not wait for all of it.
        let given = FileManager.default.temporaryDirectory.appending(path: "fanghu-input-\(UUID().uuidString)")
        try Data(input.utf8).write(to: given)
        defer { try? FileManager.default.removeItem(at: given) }
        let result = try await Subprocess.run(
            .name("sh"),
            arguments: Arguments(["-c", #"exec fanghu "$@" < "$0""#, given.path] + arguments),
            environment: Self.environment(environment),
            input: .none,
            output: .string(limit: 8 << 20),
            error: .string(limit: 1 << 20)
        )
        let status: Int32 =
            switch result.terminationStatus {
            case .exited(let code): code
            case .signaled(let signal): -signal
            }
        return Result(status: status, output: result.standardOutput, errors: result.standardError)
    }
}
