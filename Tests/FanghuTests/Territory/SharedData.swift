import Foundation
import Testing

/// Real data for tests that lie beside the checkout in `../shared/data` and are not part of it.
///
/// A test that needs them says `.enabled(if: SharedData.isPresent, SharedData.absence)`, so the run names what it left
/// out.
enum SharedData {
    static let absence: Comment = "../shared/data is absent"

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: folder.path)
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: folder.appending(path: path)))
    }

    /// The content of a `.gz`.
    static func unzipped(_ path: String) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", folder.appending(path: path).path]
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = try #require(try output.fileHandleForReading.readToEnd())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return Array(data)
    }

    private static var folder: URL {
        URL(filePath: #filePath).appending(path: "../../../../../shared/data").standardizedFileURL
    }
}
