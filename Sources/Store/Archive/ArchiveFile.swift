import Crypto
import Foundation

/// An archive while it is written: a draft beside its place, readable by its owner only.
final class ArchiveDraft {
    private let path: String
    private let draft: String
    private let file: FileHandle
    private var hash = SHA256()
    private var buffer: [UInt8] = []

    init(path: String) throws {
        self.path = path
        draft = path + ".partial"
        try? FileManager.default.removeItem(atPath: draft)
        guard FileManager.default.createFile(atPath: draft, contents: nil, attributes: [.posixPermissions: 0o600])
        else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: draft])
        }
        file = try FileHandle(forWritingTo: URL(fileURLWithPath: draft))
    }

    func write(_ value: some Encodable) throws {
        buffer.append(contentsOf: try Archive.encoder.encode(value))
        buffer.append(UInt8(ascii: "\n"))
    }

    func write(_ rows: [Row]) throws {
        for row in rows {
            ArchiveLine.write(row, to: &buffer)
            if buffer.count > 1 << 20 { try flush() }
        }
    }

    /// Ends the file with its footer and puts it in its place, on disk.
    func finish(rows: Int) throws {
        try flush()
        let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try write(Archive.Footer(rows: rows, sha256: digest))
        try file.write(contentsOf: buffer)
        try file.synchronize()
        try file.close()
        try FileReplacement.rename(draft, to: path)
    }

    func discard() {
        try? file.close()
        try? FileManager.default.removeItem(atPath: draft)
    }

    private func flush() throws {
        hash.update(data: buffer)
        try file.write(contentsOf: buffer)
        buffer.removeAll(keepingCapacity: true)
    }
}

/// An archive while it is read: line after line, with the check of its footer at the end.
final class ArchiveReader {
    let header: Archive.Header
    private let file: FileHandle
    private var hash = SHA256()
    private var chunk: ArraySlice<UInt8> = []
    private var line = 0
    private var rows = 0
    private var table = 0
    private var rowsOfTable = 0

    init(path: String) throws {
        file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        var chunk: ArraySlice<UInt8> = []
        guard let first = try ArchiveReader.line(file, &chunk),
            let header = try? Archive.decoder.decode(Archive.Header.self, from: Data(first)),
            header.format == Archive.formatName, header.version == Archive.formatVersion
        else { throw ArchiveFault.unknownFormat }
        self.header = header
        self.chunk = chunk
        hash.update(data: first)
        hash.update(data: [UInt8(ascii: "\n")])
        line = 1
    }

    deinit {
        try? file.close()
    }

    /// The next rows of one table, at most so many; nil after the last one, when the footer was found right.
    func next(_ limit: Int) throws -> (table: Archive.Table, rows: [[SQLValue]])? {
        while table < header.tables.count, rowsOfTable == header.tables[table].rows {
            // An empty table has its section too.
            if rowsOfTable == 0 { try readSection() }
            table += 1
            rowsOfTable = 0
        }
        guard table < header.tables.count else {
            try readFooter()
            return nil
        }
        if rowsOfTable == 0 { try readSection() }
        let table = header.tables[table]
        var rows: [[SQLValue]] = []
        while rows.count < limit, rowsOfTable < table.rows {
            guard let row = ArchiveLine.row(try hashedLine()), row.count == table.columns.count else {
                throw ArchiveFault.malformed(line: line)
            }
            rows.append(row)
            rowsOfTable += 1
        }
        self.rows += rows.count
        return (table, rows)
    }

    private func readSection() throws {
        let section = try? Archive.decoder.decode(Archive.Section.self, from: Data(hashedLine()))
        guard section?.table == header.tables[table].name else { throw ArchiveFault.malformed(line: line) }
    }

    private func readFooter() throws {
        guard let last = try Self.line(file, &chunk),
            let footer = try? Archive.decoder.decode(Archive.Footer.self, from: Data(last))
        else { throw ArchiveFault.truncated }
        let digest = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        guard footer.sha256 == digest, footer.rows == rows, try Self.line(file, &chunk) == nil, chunk.isEmpty else {
            throw ArchiveFault.altered
        }
    }

    private func hashedLine() throws -> ArraySlice<UInt8> {
        guard let next = try Self.line(file, &chunk) else { throw ArchiveFault.truncated }
        line += 1
        hash.update(data: next)
        hash.update(data: [UInt8(ascii: "\n")])
        return next
    }

    /// The next line without its line feed; nil when the file has no further whole line.
    private static func line(_ file: FileHandle, _ chunk: inout ArraySlice<UInt8>) throws -> ArraySlice<UInt8>? {
        while true {
            if let end = chunk.firstIndex(of: UInt8(ascii: "\n")) {
                defer { chunk = chunk[(end + 1)...] }
                return chunk[..<end]
            }
            guard let more = try file.read(upToCount: 1 << 20), !more.isEmpty else { return nil }
            chunk = ArraySlice(chunk + more)
        }
    }
}
