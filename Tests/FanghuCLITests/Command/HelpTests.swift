import Foundation
import Testing

struct HelpTests {
    static let verbs: [[String]] = [
        ["serve"], ["doctor"], ["verify"], ["audit", "verify"], ["token", "create"], ["territory", "import"],
        ["territory", "count"], ["territory", "proposals"], ["territory", "decide"],
        ["user", "add"], ["user", "list"], ["user", "appoint"], ["user", "end"],
        ["user", "password"], ["user", "close"], ["demo"], ["backup"], ["restore"],
        ["import", "persons"], ["import", "dwellings"], ["import", "households"], ["import", "premises"],
        ["import", "list"], ["import", "undo"], ["coverage", "gaps"], ["export", "territory"], ["export", "figures"],
        ["export", "observations"],
    ]

    @Test(arguments: verbs)
    func `the help of every verb shows an example of it`(verb: [String]) async throws {
        let help = try await Binary.run(verb + ["--help"])
        #expect(help.status == 0)
        #expect(help.output.components(separatedBy: "fanghu " + verb.joined(separator: " ")).count > 2)
        #expect(help.output.contains("--database"))
    }

    @Test func `without a verb the overview is shown, also behind a global option`() async throws {
        for arguments in [[], ["--database", "sqlite:x.sqlite"], ["--help"]] {
            let overview = try await Binary.run(arguments)
            #expect(overview.status == 0)
            #expect(overview.output.contains("fanghu demo"))
            #expect(overview.output.contains("doctor"))
        }
    }

    @Test(arguments: [
        ["frob"], ["--frob"], ["verify", "--frob"], ["user", "add"], ["user", "add", "wang", "--role", "boss"],
        ["token", "create"], ["territory", "import"], ["serve", "--port", "x"], ["verify", "extra"],
        ["user", "add", "wang", "--role", "director", "--scope", "31"],
        ["token", "create", "--user", "wang", "--days", "0"], ["serve", "--certificate", "a.pem"],
    ])
    func `wrong usage ends with 64 and says how it is used`(arguments: [String]) async throws {
        let result = try await Binary.run(arguments)
        #expect(result.status == 64)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("Usage:"))
    }
}
