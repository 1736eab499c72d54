package import Fanghu

extension Net {
    /// Lives through the fourteen days of somebody who arrived on 10 February, with both records of every day.
    ///
    /// - Parameter skipped: how many of the last days bring no record.
    package func completePeriod(of begun: [ArrivalReceipt], skipping skipped: Int = 0) async throws {
        guard let first = CivilDate(yyyymmdd: 20_200_210) else { preconditionFailure("a day") }
        for offset in 0...14 - skipped {
            for hour in ["08:30", "18:30"] {
                time.move(to: "\(first.adding(days: offset).iso)T\(hour):00+08:00")
                for receipt in begun { try await report("36.5", behind: receipt) }
            }
        }
        time.move(to: "2020-02-25T08:00:00+08:00")
        _ = try await observations.completePeriods()
    }

    /// A day record over the private link.
    package func report(_ temperature: String, behind receipt: ArrivalReceipt) async throws {
        let actor = try await arrivals.observee(behind: receipt.link.text)
        guard case .observee(let observee) = actor else { preconditionFailure("a link is an observee's") }
        let request = DayRecordRequest(
            id: time.context.newID(),
            observation: observee.observation,
            draft: DayRecord.Draft(temperature: temperature, site: .armpit),
            source: .observee
        )
        _ = try await observations.record(request, by: actor, through: intake)
    }

    /// Somebody other than the sample person.
    package static func another(_ index: Int) -> Registration.Draft {
        .sample(
            name: "测试\(["乙", "丙", "丁"][index % 3])",
            number: FixtureNumbers.citizen(5000 + index),
            phone: FixtureNumbers.phone(index)
        )
    }
}
