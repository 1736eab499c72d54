import Fanghu
import FanghuTesting
import Store
import Testing

/// Calls after the release, on the days that a version names.
struct CallBackTests {
    static let book = ProtocolBook.sample([
        .sample(segments: [Segment(mode: .home, days: 1, startsFrom: .arrival)], release: [], callBackDays: [1, 3])
    ])

    @Test(arguments: Engine.available)
    func `who was released is called on the days of the version, once each`(engine: Engine) async throws {
        try await withDatabase(engine) { database in
            let net = Net(database, rules: Self.book)
            let doctor = try await net.staff(.communityDoctor, at: Net.township)
            let worker = try await net.staff(.communityWorker)
            let id = try await net.beginObservation().observation
            net.time.move(to: "2020-02-12T08:00:00+08:00")
            try await net.observations.completePeriods()
            _ = try await net.observations.release(id, describing: ObservationFlowTests.describe(net), by: doctor)
            #expect(try await net.observations.openCallBacks() == 0)
            for (day, isCalled) in [(13, true), (14, false), (15, true), (16, false)] {
                net.time.move(to: "2020-02-\(day)T08:00:00+08:00")
                try await net.observations.openCallBacks()
                try await net.observations.openCallBacks()
                let open = try await net.dispatch.open(under: nil, kinds: [.callBack], for: worker)
                #expect(open.count == (isCalled ? 1 : 0))
                for task in open {
                    try await net.dispatch.close(task.id, note: "身体正常", by: worker)
                    try await net.observations.openCallBacks()
                    #expect(try await net.dispatch.open(under: nil, kinds: [.callBack], for: worker).isEmpty)
                }
            }
            try await ObservationFlowTests.verify(net)
        }
    }
}
