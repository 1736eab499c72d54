import Foundation
import FoundationNetworking
import Subprocess
import Testing

struct ServeTests {
    @Test func `it says where it listens, answers, and ends when it is told to`() async throws {
        try await Workplace.furnished { place in
            let result = try await Subprocess.run(
                .name("fanghu"),
                arguments: ["serve", "--port", "0", "--quiet"],
                environment: Binary.environment(["FANGHU_DATABASE": place.database]),
                input: .none,
                output: .discarded,
                error: .sequence
            ) { execution in
                for try await line in execution.standardError.strings() {
                    guard let match = line.firstMatch(of: /http:\/\/127\.0\.0\.1:\d+\//) else { continue }
                    let address = try #require(URL(string: "\(match.output)healthz"))
                    let (body, _) = try await URLSession.shared.data(from: address)
                    #expect(String(decoding: body, as: UTF8.self) == "ok\n")
                    try execution.send(signal: .terminate)
                }
            }
            #expect(result.terminationStatus == .exited(0))
        }
    }

    @Test func `a port that is taken and a wrong certificate are refused in words`() async throws {
        try await Workplace.furnished { place in
            let wrong = try place.file("wrong.pem", "no certificate")
            let result = try await place.run("serve", "--certificate", wrong, "--key", wrong, "--port", "0")
            #expect(result.status == 1)
            #expect(result.errors.contains("command.certificateUnreadable"))
            let nowhere = try await place.run("serve", "--host", "203.0.113.7", "--port", "1")
            #expect(nowhere.status == 1)
            #expect(nowhere.errors.contains("command.cannotListen"))
        }
    }
}
