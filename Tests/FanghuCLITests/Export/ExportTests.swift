import Foundation
import Testing

struct ExportTests {
    @Test func `an exported list of divisions comes back without a change`() async throws {
        try await Workplace.furnished { place in
            let file = place.folder.appending(path: "out.csv").path
            let written = try await place.run("export", "territory", "--output", file, "--json")
            #expect(try written.json()["rows"] as? Int == 6)
            let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let again = try await place.run("territory", "import", file, "--json").json()
            #expect(again["unchanged"] as? Int == 6)
            let kept = try await place.run("export", "territory", "--output", file)
            #expect(kept.errors.contains("command.fileExists"))
        }
    }

    @Test func `figures and observations go to the standard output, the number of rows beside it`() async throws {
        try await Workplace.furnished { place in
            try await place.addUser("wang", "communityWorker", at: "310105002001")
            let figures = try await place.run("export", "figures", "--under", "310105002")
            #expect(figures.output.split(separator: "\r\n").count == 4)
            #expect(figures.errors.contains("3 rows"))
            let observations = try await place.run("export", "observations", "--part", "active")
            #expect(observations.output.hasPrefix("committee,id,state"))
            #expect(observations.errors.contains("0 rows"))
            let usage = try await place.run("export", "territory", "--json")
            #expect(usage.status == 64)
        }
    }
}
