import Fanghu
import Logging
import ServiceLifecycle

/// What time brings about, every half minute, on every server: each job is safe to run twice and at once.
struct Jobs: Service {
    let observations: ObservationService
    let territory: TerritoryInForce
    let rules: ProtocolsInForce
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await round()
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }

    /// A job that fails is logged and tried again in the next round; it never stops its neighbours.
    private func round() async {
        await attempt("slots") { _ = try await observations.sweepSlots() }
        await attempt("periods") { _ = try await observations.completePeriods() }
        await attempt("territory") { try await territory.refresh() }
        await attempt("rules") { try await rules.refresh() }
    }

    private func attempt(_ name: String, _ job: () async throws -> Void) async {
        do {
            try await job()
        } catch is CancellationError {
            return
        } catch {
            logger.error("job failed", metadata: ["job": "\(name)", "error": "\(String(reflecting: error))"])
        }
    }
}
