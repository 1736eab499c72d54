import Fanghu

// The days of observation: temperatures, fevers, breaches, missed slots, releases.

extension DemoPlay {
    /// Everybody's temperature of a slot; reports of the same minutes share transactions, as they do in service.
    mutating func record(_ slot: SlotName) async throws {
        let now = clock.now
        let actives = cases.indices.filter { cases[$0].stage == .active && cases[$0].daysIn(now.day) <= 14 }
        var reports: [(request: DayRecordRequest, actor: Actor)] = []
        for index in actives {
            guard let reading = cases[index].reading(slot, at: now, today: today) else {
                cases[index].missed.append(DaySlot(day: now.day, slot: slot))
                continue
            }
            guard let id = cases[index].observation else { continue }
            if reading.isFever { cases[index].hasFever = true }
            let observee = Actor.Observee(observation: id, committee: cases[index].committee)
            let isOwn = reading.source == .observee
            let actor = isOwn ? Actor.observee(observee) : try worker(of: cases[index])
            let newID: DayRecordID = clock.context.newID()
            let request = DayRecordRequest(id: newID, observation: id, draft: reading.draft, source: reading.source)
            reports.append((request, actor))
        }
        try await withThrowingTaskGroup { [observations, intake] group in
            for report in reports {
                group.addTask {
                    _ = try await observations.record(report.request, by: report.actor, through: intake)
                }
            }
            try await group.waitForAll()
        }
    }

    /// Workers follow up what is missing; the forgetful are asked a day later.
    mutating func explain() async throws {
        let today = clock.now.day
        try await act(on: indices { $0.stage == .active && !$0.missed.isEmpty }) { observed, play in
            guard let id = observed.observation else { return }
            let patience = observed.fate == .forgetful && observed.daysIn(today) < 14 ? 2 : 1
            let due = observed.missed.filter { today.days(since: $0.day) >= patience }
            for slot in due {
                _ = try await play.observations.explain(
                    slot,
                    of: id,
                    reason: "电话补问，体温正常，忘记填报",
                    by: play.worker(of: observed)
                )
            }
            observed.missed.removeAll(where: due.contains)
        }
    }

    /// The health centre answers fevers and releases those whose days are over.
    mutating func seeDoctor() async throws {
        let doctor = try staff.actor(.communityDoctor, at: township)
        let today = clock.now.day
        try await act(on: indices { $0.stage == .active && $0.hasFever && $0.fate != .feverNow }) { observed, play in
            guard let id = observed.observation else { return }
            let isSevere = if case .hospital = observed.fate { true } else { false }
            _ = try await play.observations.noteFever(
                of: id,
                isSevere ? .transferHospital : .cleared,
                saying: isSevere ? "体温持续升高，已联系120转诊" : "复测正常，已排除",
                by: doctor
            )
            observed.hasFever = false
            if isSevere { observed.stage = .over }
        }
        let releaseDescription = assembly.people.releaseDescription
        try await act(on: indices { $0.stage == .active && !$0.hasFever && $0.isReleased(on: today) }) {
            observed,
            play in
            guard let id = observed.observation else { return }
            _ = try await play.observations.release(id, describing: releaseDescription, by: doctor)
            observed.stage = .over
        }
    }

    /// The police meet somebody outside; the worker brings them home an hour later.
    mutating func meetBreaches() async throws {
        let day = clock.now.day
        try await act(on: indices { $0.stage == .active && $0.breaches(on: day) }) { observed, play in
            guard let id = observed.observation else { return }
            let worker = try play.worker(of: observed)
            _ = try await play.observations.reportBreach(of: id, saying: "在小区门口取快递", by: worker)
            _ = try await play.observations.endBreach(of: id, saying: "已劝返，重申承诺", by: worker)
        }
    }
}
