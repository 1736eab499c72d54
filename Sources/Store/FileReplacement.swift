import Foundation

/// Puts a finished file in the place of another one in a single step.
///
/// Foundation has no such act on Linux: `moveItem` refuses an existing target, `replaceItemAt` goes by way of a removal,
/// and an atomic `write` makes the file readable by others. A file of keys must survive all three.
package enum FileReplacement {
    /// After the call either the old or the new file is there, whatever happens in between.
    package static func rename(_ draft: String, to target: String) throws {
        // The strings live as C strings for the length of the call, which keeps neither.
        let result = unsafe Foundation.rename(draft, target)
        guard result == 0 else {
            throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target])
        }
        syncFolder(of: target)
    }

    /// Without it a power loss may take the new name with it, although the file's content is on disk.
    ///
    /// A file system that cannot do so is no reason to fail: the file is in its place.
    private static func syncFolder(of path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = unsafe open(folder, O_RDONLY)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        _ = close(descriptor)
    }
}
