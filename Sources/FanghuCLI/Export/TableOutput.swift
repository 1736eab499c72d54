import Foundation
import Store

/// A CSV that is written row by row, to a file or to the standard output.
///
/// A file gets its name when it is whole, and begins with a byte-order mark, without which spreadsheets in China read
/// UTF-8 as GBK.
final class TableOutput {
    private let handle: FileHandle
    private let path: String?
    private var buffer = Data()
    private(set) var rows = 0

    private static let bufferSize = 1 << 16

    /// - Parameter path: nil for the standard output.
    init(path: String?, force: Bool) throws {
        self.path = path
        guard let path else {
            handle = .standardOutput
            return
        }
        let files = FileManager.default
        guard force || !files.fileExists(atPath: path) else { throw CommandRefusal.fileExists(path) }
        // Exports may name people: nobody else on the machine reads them.
        guard
            files.createFile(atPath: Self.draft(path), contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: Self.draft(path))
        else { throw CommandRefusal.fileUnwritable(path) }
        self.handle = handle
        buffer.append(contentsOf: [0xEF, 0xBB, 0xBF])
    }

    /// Writes one row; the first is the heading and is not counted.
    func write(_ fields: [String]) throws {
        buffer.append(contentsOf: fields.map(Self.quoted).joined(separator: ",").utf8)
        buffer.append(contentsOf: "\r\n".utf8)
        rows += 1
        if buffer.count >= Self.bufferSize { try flush() }
    }

    /// How many rows there are below the heading.
    var count: Int { max(0, rows - 1) }

    func finish() throws {
        try flush()
        guard let path else { return }
        try handle.synchronize()
        try handle.close()
        try FileReplacement.rename(Self.draft(path), to: path)
    }

    private func flush() throws {
        try handle.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }

    private static func draft(_ path: String) -> String { path + ".part" }

    /// A cell that begins like a formula would be run by a spreadsheet; an apostrophe makes it text.
    private static func quoted(_ field: String) -> String {
        let isFormula = field.first.map { "=+-@\t\r".contains($0) } ?? false
        let text = isFormula ? "'" + field : field
        guard text.contains(where: { ",\"\n\r".contains($0) || $0.isNewline }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
