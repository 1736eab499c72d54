import Fanghu
import FanghuWeb
import Foundation
import Store

/// The checks that need no database: clock, disk, the program's own files.
struct MachineRound {
    let options: GlobalOptions

    /// Below this a day of a busy district no longer fits.
    private static let leastMegabytes = 500
    /// Times outside these years are a dead battery, not a date.
    private static let plausibleYears = 2024...2099

    func findings() -> [DoctorFinding] {
        [clock(), disk(), share()].compactMap { $0 }
    }

    private func clock() -> DoctorFinding {
        let now = Context.live.now
        guard Self.plausibleYears.contains(now.day.year) else {
            return .fail(
                "clock",
                Words("系统时间是 \(now.day.iso)", "the clock says \(now.day.iso)"),
                do: Words("校准系统时间（NTP）", "set the clock (NTP)")
            )
        }
        return .ok("clock", "今天是 \(now.day.iso)", "today is \(now.day.iso)")
    }

    private func disk() -> DoctorFinding? {
        guard let url = try? options.databaseURL, url.engine == .sqlite else { return nil }
        let folder = URL(fileURLWithPath: url.target).deletingLastPathComponent().path
        let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (attributes?[.systemFreeSize] as? NSNumber)?.int64Value else {
            return .fail(
                "disk",
                Words("没有文件夹 \(folder)", "there is no folder \(folder)"),
                do: Words("先建好文件夹", "make the folder first")
            )
        }
        let megabytes = Int(free >> 20)
        guard megabytes >= Self.leastMegabytes else {
            return .warn(
                "disk",
                Words("只剩 \(megabytes) MB", "\(megabytes) MB left"),
                do: Words("腾出空间，否则很快无法写入", "make room, or writing will soon fail")
            )
        }
        return .ok("disk", "剩余 \(megabytes) MB", "\(megabytes) MB left")
    }

    private func share() -> DoctorFinding {
        do {
            let place = try options.sharePlace
            _ = try ShareFolder(option: place.web.path)
            let book = try ProtocolBook.load(from: place.data)
            let texts = try LegalTexts.load(from: place.data)
            return .ok(
                "share",
                "\(book.versions.count) 个方案版本，\(texts.all.count) 份文本",
                "\(book.versions.count) protocol versions, \(texts.all.count) texts"
            )
        } catch {
            return .fail("share", because: error)
        }
    }
}
