import Foundation
import Synchronization

/// Reads periods from their column: JSON, the same text for the same period.
///
/// Thousands of observations share a few hundred periods (a version's class and a day), so each text is read once.
final class PeriodReader: Sendable {
    private let known = Mutex<[String: ObservationPeriod]>([:])
    private let capacity = 4096

    func period(of row: ObservationRow) throws -> ObservationPeriod {
        if let period = known.withLock({ $0[row.periodText] }) { return period }
        let period = try JSONDecoder().decode(ObservationPeriod.self, from: Data(row.periodText.utf8))
        known.withLock { known in
            if known.count >= capacity { known.removeAll() }
            known[row.periodText] = period
        }
        return period
    }

    static func text(_ period: ObservationPeriod) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try String(decoding: encoder.encode(period), as: UTF8.self)
    }
}
