import Fanghu
import Logging
import ServiceLifecycle

/// What time brings about, every half minute, on every server: each job is safe to run twice and at once.
struct Jobs: Service {
    let observations: ObservationService
    let arrivals: ArrivalsService
    let households: HouseholdService
    let gates: GateService
    let orders: OrderService
    let territory: TerritoryInForce
    let rules: ProtocolsInForce
    let context: Context
    let logger: Logger

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var treated: Rules?
            while !Task.isCancelled {
                await round()
                // After the rules were read again: everybody observed is looked through once a day and rule book.
                let present = Rules(day: context.now.day, versions: rules.current.versions.map(\.id))
                if present != treated, await treat() { treated = present }
                try? await Task.sleep(for: .seconds(30))
            }
        }
    }

    /// A job that fails is logged and tried again in the next round; it never stops its neighbours.
    private func round() async {
        await attempt("slots") { _ = try await observations.sweepSlots() }
        await attempt("periods") { _ = try await observations.completePeriods() }
        await attempt("orders") { _ = try await orders.followUp() }
        await attempt("territory") { try await territory.refresh() }
        await attempt("rules") { try await rules.refresh() }
    }

    /// What a new day or other rules change for those already observed.
    private func treat() async -> Bool {
        let hasFollowed = await attempt("protocols") { _ = try await arrivals.followProtocols() }
        let hasTurned = await attempt("segments") { _ = try await observations.turnSegments() }
        let hasCalled = await attempt("callBacks") { _ = try await observations.openCallBacks() }
        let hasLooked = await attempt("households") { _ = try await households.followUp() }
        let hasForgotten = await attempt("gates") { _ = try await gates.forgetOld() }
        return hasFollowed && hasTurned && hasCalled && hasLooked && hasForgotten
    }

    @discardableResult
    private func attempt(_ name: String, _ job: () async throws -> Void) async -> Bool {
        do {
            try await job()
            return true
        } catch is CancellationError {
            return false
        } catch {
            logger.error("job failed", metadata: ["job": "\(name)", "error": "\(String(reflecting: error))"])
            return false
        }
    }

    /// The day and the rules by which everybody observed was last looked through.
    private struct Rules: Equatable {
        let day: CivilDate
        let versions: [ProtocolID]
    }
}
