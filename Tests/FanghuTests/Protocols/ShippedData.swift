import Fanghu
import Foundation

/// The documents that the repository ships.
enum ShippedData {
    static var folder: URL {
        var root = URL(filePath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.appending(path: "data")
    }

    static func book() throws -> ProtocolBook {
        try ProtocolBook.load(from: folder)
    }
}

extension ProtocolBook {
    /// Jiangsu Road sub-district, as the path of its divisions.
    static let jiangsuRoad: [DivisionID] = ["31", "3101", "310105", "310105002"].compactMap { DivisionID($0) }
    static let guangzhou: [DivisionID] = ["44", "4401"].compactMap { DivisionID($0) }
}

/// A day written as a number, which tests know to exist.
func day(_ yyyymmdd: Int) -> CivilDate {
    guard let day = CivilDate(yyyymmdd: yyyymmdd) else { preconditionFailure("no such day: \(yyyymmdd)") }
    return day
}

/// A moment of a day in Shanghai.
func at(_ yyyymmdd: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    day(yyyymmdd).instant(minuteOfDay: hour * 60 + minute)
}
