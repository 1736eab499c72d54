import Fanghu
import FanghuWeb

/// Pages of the demonstration that are worth opening.
struct DemoAddresses {
    private let assembly: Assembly

    init(_ assembly: Assembly) {
        self.assembly = assembly
    }

    func addresses(of township: DivisionID, _ committees: [Division]) async throws -> [DemoReport.Address] {
        var found = [
            page(AccessAddress.start, "首页", "the start page"), page(AccessAddress.signIn, "登录", "sign in"),
            page(DeskAddress.work, "今日工作（登录后）", "the work of today, once signed in"),
            page(FiguresAddress.place(.of(township)), "实时数字（登录后）", "the live figures, once signed in"),
        ]
        if let committee = committees.first,
            let compound = try await assembly.places.compounds(of: committee.id).first
        {
            found.append(
                page(
                    ArrivalsAddress.compound(.of(compound.id)),
                    "\(compound.name)门口二维码：来沪登记",
                    "behind the QR code at the gate of \(compound.name): register"
                )
            )
        }
        if let link = try await link(in: township) {
            found.append(page(ObserveeAddress.own(.of(link)), "一位居家观察者的页面", "the page of somebody under observation"))
        }
        return found
    }

    /// The private link of somebody who is being observed.
    private func link(in township: DivisionID) async throws -> String? {
        let active = try await assembly.observations.list(
            under: township,
            .active,
            limit: 1,
            for: .system(job: "demo")
        )
        guard let row = active.rows.first, let arrival = row.arrival else { return nil }
        return assembly.arrivals.link(of: ArrivalKey(committee: row.key.committee, id: arrival)).text
    }

    private func page(_ address: some Address, _ chinese: String, _ english: String) -> DemoReport.Address {
        DemoReport.Address(path: address.path, what: Words(chinese, english)(in: Console.language))
    }
}
