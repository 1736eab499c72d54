import Fanghu
import Foundation
import Store

/// What an archive holds, as a line and in JSON.
struct ArchiveDocument: Encodable {
    let file: String
    let bytes: Int
    let writtenAt: String
    let schema: Int
    let tables: Int
    let rows: Int

    init(_ path: String, _ summary: Archive.Summary) {
        file = path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        bytes = (attributes?[.size] as? NSNumber)?.intValue ?? 0
        writtenAt = Instant(microseconds: summary.writtenAt).iso
        schema = summary.schemaVersion
        tables = summary.tables
        rows = summary.rows
    }

    func line(in language: Language) -> String {
        Words(
            "\(file)：\(tables) 张表，\(rows) 行，\(bytes) 字节，写于 \(writtenAt)",
            "\(file): \(rows) rows of \(tables) tables, \(bytes) bytes, written at \(writtenAt)"
        )(in: language)
    }
}
