import HTTPTypes
import Synchronization

/// Counters and times of requests, and gauges that others register, as Prometheus text.
///
/// One lock and one look-up a request; nothing is formatted before somebody asks for `/metrics`.
package final class Metrics: Sendable {
    private struct Key: Hashable {
        let route: String
        let method: String
    }

    private struct Series {
        var buckets = [UInt64](repeating: 0, count: Metrics.bounds.count + 1)
        var microseconds: UInt64 = 0
        var statuses: [Int: UInt64] = [:]

        mutating func add(bucket: Int, microseconds: UInt64, status: Int) {
            buckets[bucket] += 1
            self.microseconds += microseconds
            statuses[status, default: 0] += 1
        }
    }

    private struct Gauge {
        let help: String
        let value: @Sendable () -> Double
    }

    /// Upper bounds of the latency buckets, in microseconds.
    private static let bounds: [UInt64] = [
        500, 1000, 2500, 5000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000, 10_000_000,
    ]

    private let inFlight = Atomic<Int>(0)
    private let series = Mutex<[Key: Series]>([:])
    private let gauges = Mutex<[String: Gauge]>([:])

    package init() {}

    /// Registers a figure that is asked for when `/metrics` is: a queue's depth, a pool's size.
    ///
    /// The name is Prometheus's: `fanghu_intake_waiting`.
    package func gauge(_ name: String, help: String, value: @escaping @Sendable () -> Double) {
        gauges.withLock { $0[name] = Gauge(help: help, value: value) }
    }

    func began() {
        inFlight.wrappingAdd(1, ordering: .relaxed)
    }

    func ended() {
        inFlight.wrappingSubtract(1, ordering: .relaxed)
    }

    func record(route: String, method: String, status: Int, elapsed: Duration) {
        let parts = elapsed.components
        let microseconds = UInt64(max(0, parts.seconds * 1_000_000 + parts.attoseconds / 1_000_000_000_000))
        let bucket = Metrics.bounds.firstIndex { microseconds <= $0 } ?? Metrics.bounds.count
        series.withLock { all in
            all[Key(route: route, method: method), default: Series()]
                .add(bucket: bucket, microseconds: microseconds, status: status)
        }
    }

    /// A method's label: a client may send any word, and each would be a series of its own.
    static func label(of method: HTTPRequest.Method) -> String {
        switch method {
        case .get: "GET"
        case .post: "POST"
        case .put: "PUT"
        case .patch: "PATCH"
        case .delete: "DELETE"
        case .head: "HEAD"
        case .options: "OPTIONS"
        default: "other"
        }
    }

    /// The text that Prometheus reads.
    package func text() -> String {
        let all = series.withLock { $0 }.sorted { ($0.key.route, $0.key.method) < ($1.key.route, $1.key.method) }
        var lines = ["# HELP fanghu_requests_total Answered requests.", "# TYPE fanghu_requests_total counter"]
        for (key, entry) in all {
            for (status, count) in entry.statuses.sorted(by: { $0.key < $1.key }) {
                lines.append("fanghu_requests_total{\(Metrics.labels(key)),status=\"\(status)\"} \(count)")
            }
        }
        lines.append("# HELP fanghu_request_seconds Time until the answer was ready.")
        lines.append("# TYPE fanghu_request_seconds histogram")
        for (key, entry) in all { lines += Metrics.histogram(key, entry) }
        lines.append("# HELP fanghu_requests_in_flight Requests being answered.")
        lines.append("# TYPE fanghu_requests_in_flight gauge")
        lines.append("fanghu_requests_in_flight \(inFlight.load(ordering: .relaxed))")
        for (name, gauge) in gauges.withLock({ $0 }).sorted(by: { $0.key < $1.key }) {
            lines += ["# HELP \(name) \(gauge.help)", "# TYPE \(name) gauge", "\(name) \(gauge.value())"]
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func histogram(_ key: Key, _ entry: Series) -> [String] {
        var lines: [String] = []
        var running: UInt64 = 0
        for (bound, count) in zip(bounds, entry.buckets) {
            running += count
            let seconds = Double(bound) / 1_000_000
            lines.append("fanghu_request_seconds_bucket{\(labels(key)),le=\"\(seconds)\"} \(running)")
        }
        running += entry.buckets[bounds.count]
        lines.append("fanghu_request_seconds_bucket{\(labels(key)),le=\"+Inf\"} \(running)")
        lines.append("fanghu_request_seconds_sum{\(labels(key))} \(Double(entry.microseconds) / 1_000_000)")
        lines.append("fanghu_request_seconds_count{\(labels(key))} \(running)")
        return lines
    }

    private static func labels(_ key: Key) -> String {
        "route=\"\(key.route)\",method=\"\(key.method)\""
    }
}
