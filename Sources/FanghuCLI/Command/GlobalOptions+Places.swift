import Fanghu
import FanghuWeb
import Foundation
import Store

// Where things are: the option, else the environment, else the place where a newcomer would look.

extension GlobalOptions {
    var databaseURL: DatabaseURL {
        get throws {
            let text = database ?? environment("FANGHU_DATABASE") ?? "sqlite:fanghu.sqlite"
            return try DatabaseURL(text)
        }
    }

    /// The keys; made together with a new database, and missed where an old one has lost them.
    func keyRing(for url: DatabaseURL, context: Context) throws -> KeyRing {
        let path: String =
            keys ?? environment("FANGHU_KEYS")
            ?? (url.engine == .sqlite ? url.target + ".keys" : "fanghu.keys")
        let file = KeyFile(URL(fileURLWithPath: path))
        return file.exists ? try file.load() : try file.create(context: context)
    }

    /// The folder with protocols, texts and lists.
    var dataFolder: URL {
        get throws {
            let share = try ShareFolder(option: shareFolder)
            let places = [
                share.root.appending(path: "data"),
                share.root.deletingLastPathComponent().deletingLastPathComponent().appending(path: "data"),
            ]
            let found = places.first { FileManager.default.fileExists(atPath: $0.appending(path: "protocols").path) }
            guard let found else {
                throw Complaint(
                    "找不到规则文件夹 data，请用 --share 指明。",
                    "There is no data folder with protocols; name the share folder with --share."
                )
            }
            return found
        }
    }

    var shareFolder: String? { share ?? environment("FANGHU_SHARE") }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
