import Fanghu
import Foundation
import Store

/// An SQLite database that was put aside for another one, and can be brought back.
struct DatabaseAside {
    let path: String
    private let original: String

    /// The files of one database; the log of writes belongs to it as much as the file itself.
    private static let endings = ["", "-wal", "-shm"]

    /// Nil when there is nothing to put aside.
    init?(_ url: DatabaseURL, at instant: Instant) throws {
        guard url.engine == .sqlite else { throw CommandRefusal.emptiesFilesOnly }
        guard FileManager.default.fileExists(atPath: url.target) else { return nil }
        original = url.target
        path = "\(url.target).before-\(instant.iso.filter(\.isNumber))"
        try Self.move(from: original, to: path)
    }

    /// Undoes it, with whatever was written under the name meanwhile thrown away.
    func bringBack() throws {
        for ending in Self.endings { try? FileManager.default.removeItem(atPath: original + ending) }
        try Self.move(from: path, to: original)
    }

    private static func move(from source: String, to target: String) throws {
        for ending in endings where FileManager.default.fileExists(atPath: source + ending) {
            try FileManager.default.moveItem(atPath: source + ending, toPath: target + ending)
        }
    }
}
