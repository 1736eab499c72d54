import Fanghu

/// Calls of the last hours, so that the board of the demonstration has something in each state.
struct DemoOrders {
    let assembly: Assembly
    let staff: DemoStaff
    let township: DivisionID

    func play(_ committees: [DivisionID]) async throws {
        guard let first = committees.first, let second = committees.dropFirst().first else { return }
        let desk = try staff.actor(.dispatcher, at: township)
        let worker = try staff.actor(.communityWorker, at: first)
        let calls: [(DivisionID, String, Bool)] = [
            (first, "三号楼有居家观察的人下楼遛狗", true), (first, "大门口保安没有测温", true),
            (second, "独居老人两天没人送菜", true), (first, "五楼有人聚集打麻将", false),
        ]
        var made: [WorkOrder] = []
        for (committee, words, isDispatched) in calls {
            var report = OrderReport(
                id: assembly.context.newID(),
                committee: committee,
                source: .hotline,
                summary: words
            )
            report.isDispatchedNow = isDispatched
            made.append(try await assembly.orders.report(report, by: desk))
        }
        for (index, act) in [OrderAct.acknowledge, .begin].enumerated() {
            for order in made.prefix(2 - index) {
                try await assembly.orders.perform(act, on: order.id, step: assembly.context.newID(), by: worker)
            }
        }
    }
}
