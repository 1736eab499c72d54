import Foundation

/// A file that somebody named on the command line; `-` is the standard input.
struct InputFile {
    private static let limit = 1 << 30
    private let path: String

    init(_ path: String) {
        self.path = path
    }

    /// The name without its folder.
    var name: String { path == "-" ? "stdin" : URL(fileURLWithPath: path).lastPathComponent }

    func bytes() throws -> [UInt8] {
        let data = try path == "-" ? FileHandle.standardInput.readToEnd() ?? Data() : content()
        guard data.count <= Self.limit else { throw CommandRefusal.fileTooLarge(path) }
        return Array(data)
    }

    private func content() throws -> Data {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let type = attributes?[.type] as? FileAttributeType, type != .typeDirectory else {
            throw CommandRefusal.fileMissing(path)
        }
        do {
            return try Data(contentsOf: URL(fileURLWithPath: path))
        } catch {
            throw CommandRefusal.fileUnreadable(path)
        }
    }
}
