import Fanghu
import Foundation
import Store

// Where things are: the option, else the environment, else the place where a newcomer would look.

extension GlobalOptions {
    var databaseURL: DatabaseURL {
        get throws { try DatabaseURL(database ?? environment("FANGHU_DATABASE") ?? "sqlite:fanghu.sqlite") }
    }

    func keyFile(for url: DatabaseURL) -> KeyFile {
        let path =
            keys ?? environment("FANGHU_KEYS") ?? (url.engine == .sqlite ? url.target + ".keys" : "fanghu.keys")
        return KeyFile(URL(fileURLWithPath: path))
    }

    var sharePlace: SharePlace {
        get throws { try SharePlace(option: share ?? environment("FANGHU_SHARE")) }
    }

    private func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
