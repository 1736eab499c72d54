package import Foundation
import Store

/// The file that holds the keys, outside the database and its backups.
///
/// Whoever loses it loses every name in the register; whoever reads it reads them all. So it is written whole, flushed
/// and put in place by one act, has mode 0600, and is refused when others may read it.
package struct KeyFile: Sendable {
    package let url: URL

    package init(_ url: URL) {
        self.url = url
    }

    package var exists: Bool { FileManager.default.fileExists(atPath: url.path) }

    /// Reads the keys.
    package func load() throws -> KeyRing {
        guard exists else { throw KeyFileRefusal.absent(url.path) }
        let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
        let mode = (attributes[.posixPermissions] as? NSNumber)?.intValue ?? 0o777
        guard mode & 0o077 == 0 else { throw KeyFileRefusal.readableByOthers(url.path) }
        guard let ring = try KeyFileText.ring(String(contentsOf: url, encoding: .utf8)) else {
            throw KeyFileRefusal.damaged(url.path)
        }
        return ring
    }

    /// Makes a file with fresh keys; refused where there is one.
    ///
    /// Only for a new database: keys made beside an old one open nothing in it.
    package func create(context: Context) throws -> KeyRing {
        let ring = KeyRing(context: context)
        let draft = try write(ring, context: context)
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            // A hard link fails where a file is already: two servers starting at once must not both win.
            try FileManager.default.linkItem(at: draft, to: url)
        } catch  where exists {
            throw KeyFileRefusal.exists(url.path)
        }
        flushFolder()
        return ring
    }

    /// Adds a sealing key, used from now on; the old ones still open.
    @discardableResult
    package func rotate(context: Context) throws -> KeyRing {
        try change(context: context) { ring in ring.rotate(context: context) }
    }

    /// Forgets a sealing key: what it sealed is gone, in backups too (R-PRIV-15).
    @discardableResult
    package func destroy(_ id: KeyRing.KeyID, context: Context) throws -> KeyRing {
        try change(context: context) { ring in try ring.destroy(id) }
    }

    private func change(context: Context, _ act: (inout KeyRing) throws -> Void) throws -> KeyRing {
        var ring = try load()
        try act(&ring)
        let draft = try write(ring, context: context)
        try FileReplacement.rename(draft.path, to: url.path)
        flushFolder()
        return ring
    }

    /// A finished, flushed file beside the real one.
    private func write(_ ring: KeyRing, context: Context) throws -> URL {
        let suffix = context.randomBytes(8).map { String($0, radix: 16) }.joined()
        let draft = url.deletingLastPathComponent().appending(path: ".\(url.lastPathComponent).\(suffix)")
        // Made empty with its mode first, so that no moment exists in which others could open the keys.
        let made = FileManager.default.createFile(
            atPath: draft.path,
            contents: nil,
            attributes: [.posixPermissions: 0o600]
        )
        guard made else { throw KeyFileRefusal.notWritable(url.path) }
        let handle = try FileHandle(forWritingTo: draft)
        defer { try? handle.close() }
        try handle.write(contentsOf: Data(KeyFileText.text(ring).utf8))
        try handle.synchronize()
        return draft
    }

    /// After a power cut the file's name must still be there, not only its blocks.
    private func flushFolder() {
        guard let handle = FileHandle(forReadingAtPath: url.deletingLastPathComponent().path) else { return }
        try? handle.synchronize()
        try? handle.close()
    }
}
