package import Fanghu
package import Foundation

/// Spreadsheets by way of Debian's openpyxl and xlrd, in a child process with limits of memory and time.
///
/// A damaged or hostile workbook ends that process, not this one.
package struct PythonWorkbooks: WorkbookReader {
    private let script: URL
    private let interpreter: URL
    private let seconds: Int

    /// The largest file that is handed over.
    private static let largest = 20 << 20

    /// - Parameters:
    ///   - data: the folder with `tools/workbook.py`.
    ///   - seconds: after which the process is ended, whatever it does.
    package init(data: URL, interpreter: URL = URL(fileURLWithPath: "/usr/bin/python3"), seconds: Int = 90) {
        script = data.appending(path: "tools/workbook.py")
        self.interpreter = interpreter
        self.seconds = seconds
    }

    package func table(of bytes: [UInt8], sheet: String?) async throws -> LedgerTable {
        guard bytes.count <= Self.largest else { throw LedgerRefusal.tooLarge }
        let answer = try await run("read", Data(bytes), sheet.map { [$0] } ?? [])
        let sheetAnswer: SheetAnswer
        do {
            sheetAnswer = try JSONDecoder().decode(SheetAnswer.self, from: answer)
        } catch {
            throw LedgerRefusal.damaged
        }
        return try sheetAnswer.table
    }

    package func workbook(_ rows: [[String]], sheet: String) async throws -> [UInt8] {
        let content = try JSONEncoder().encode(SheetDraft(sheet: sheet, rows: rows))
        return Array(try await run("write", content, []))
    }

    /// Runs the script on a file of its own in a folder of its own, which goes away with it.
    private func run(_ verb: String, _ content: Data, _ rest: [String]) async throws -> Data {
        let files = FileManager.default
        let folder = files.temporaryDirectory.appending(path: "fanghu-ledger-\(UUID().uuidString)")
        try files.createDirectory(
            at: folder,
            withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700]
        )
        defer { try? files.removeItem(at: folder) }
        let source = folder.appending(path: "in")
        let target = folder.appending(path: "out")
        try content.write(to: source)
        let status = try await end(of: process([verb, source.path, target.path] + rest))
        guard status == 0 else {
            // Python itself is there, or the script's libraries are not; a limit that was reached ends with a signal.
            throw status == 1 ? LedgerRefusal.readerMissing : LedgerRefusal.tooLarge
        }
        return try Data(contentsOf: target)
    }

    private func process(_ arguments: [String]) throws -> Process {
        guard FileManager.default.isExecutableFile(atPath: interpreter.path) else { throw LedgerRefusal.readerMissing }
        let process = Process()
        process.executableURL = interpreter
        // -I: nothing of the environment or the working directory is taken in.
        process.arguments = ["-I", script.path] + arguments
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return process
    }

    private func end(of process: Process) async throws -> Int32 {
        try await withThrowingTaskGroup(of: Int32?.self) { group in
            let handle = ProcessHandle(process)
            group.addTask { try await handle.end() }
            group.addTask { [seconds] in
                try? await Task.sleep(for: .seconds(seconds))
                return nil
            }
            defer {
                handle.stop()
                group.cancelAll()
            }
            guard let status = try await group.next() ?? nil else { return 137 }
            return status
        }
    }
}

/// What the script answers.
private struct SheetAnswer: Decodable {
    let refused: String?
    let sheet: String?
    let sheets: [String]?
    let rows: [Line]?
    let merges: [[Int]]?

    struct Line: Decodable {
        let number: Int
        let cells: [Cell]

        init(from decoder: any Decoder) throws {
            var parts = try decoder.unkeyedContainer()
            number = try parts.decode(Int.self)
            cells = try parts.decode([Cell].self)
        }
    }

    struct Cell: Decodable {
        let cell: LedgerCell

        private enum Key: String, CodingKey {
            case number = "n"
            case lossy
            case day = "d"
            case flag = "b"
            case error = "e"
            case formula = "f"
        }

        init(from decoder: any Decoder) throws {
            let single = try decoder.singleValueContainer()
            if single.decodeNil() {
                cell = .empty
            } else if let text = try? single.decode(String.self) {
                cell = text.isEmpty ? .empty : .text(text)
            } else {
                cell = try Cell.special(decoder.container(keyedBy: Key.self))
            }
        }

        private static func special(_ parts: KeyedDecodingContainer<Key>) throws -> LedgerCell {
            if let digits = try parts.decodeIfPresent(String.self, forKey: .number) {
                return .number(digits, isLossy: try parts.decode(Bool.self, forKey: .lossy))
            }
            if let text = try parts.decodeIfPresent(String.self, forKey: .day) {
                return CivilDate(text).map { .day($0) } ?? .text(text)
            }
            if let flag = try parts.decodeIfPresent(Bool.self, forKey: .flag) { return .text(flag ? "是" : "否") }
            if let error = try parts.decodeIfPresent(String.self, forKey: .error) { return .unusable(error) }
            return .unusable("=")
        }
    }

    /// The sheet with what merged cells hold in each of their rows: a household's address stands beside each of its people.
    var table: LedgerTable {
        get throws {
            if let refused { throw refusal(refused) }
            var cells: [Int: [LedgerCell]] = [:]
            for line in rows ?? [] { cells[line.number] = line.cells.map(\.cell) }
            for area in merges ?? [] where area.count == 4 { spread(area, in: &cells) }
            let lines = cells.sorted { $0.key < $1.key }.map { LedgerRow(number: $0.key, cells: $0.value) }
            guard !lines.isEmpty else { throw LedgerRefusal.empty }
            return LedgerTable(sheet: sheet, sheets: sheets ?? [], rows: lines)
        }
    }

    /// - Parameter area: first row, first column, last row, last column, counted from 1.
    private func spread(_ area: [Int], in cells: inout [Int: [LedgerCell]]) {
        guard let first = cells[area[0]], !first.isEmpty, (1...first.count).contains(area[1]) else { return }
        let value = first[area[1] - 1]
        guard !value.isEmpty, area[2] - area[0] < 10_000 else { return }
        let columns = (area[1] - 1)..<max(area[3], area[1])
        for row in area[0]...max(area[0], area[2]) {
            guard var line = cells[row] else { continue }
            for column in columns.clamped(to: 0..<line.count) where line[column].isEmpty { line[column] = value }
            cells[row] = line
        }
    }

    private func refusal(_ code: String) -> LedgerRefusal {
        switch code {
        case "empty": .empty
        case "tooLarge": .tooLarge
        case "encrypted": .encrypted
        case "sheetUnknown": .sheetUnknown(sheets ?? [])
        default: .damaged
        }
    }
}

/// Rows to be written.
private struct SheetDraft: Encodable {
    let sheet: String
    let rows: [[String]]
}
