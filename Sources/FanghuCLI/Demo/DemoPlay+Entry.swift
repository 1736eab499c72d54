import Fanghu

// From the registration to the first day of observation.

extension DemoPlay {
    mutating func register() async throws {
        let day = clock.now.day
        try await act(on: indices { $0.arrivesOn == day && $0.stage == .awaited }) { arrived, play in
            var chance = DemoChance(3, arrived.index)
            let isOwnForm = chance.hits(percent: 70)
            let receipt = try await play.arrivals.register(
                arrived.registration(notice: play.notice),
                id: play.clock.context.newID(),
                in: arrived.committee,
                source: isOwnForm ? .ownForm : .worker,
                by: isOwnForm ? .visitor : play.worker(of: arrived)
            )
            arrived.arrival = receipt.key
            arrived.stage = arrived.fate == .unconfirmed ? .over : .registered
        }
    }

    mutating func confirm() async throws {
        try await act(on: indices { $0.stage == .registered }) { arrived, play in
            guard let arrival = arrived.arrival else { return }
            let confirmed = try await play.arrivals.confirmDwelling(
                of: arrival.id,
                address: arrived.address,
                dwelling: arrived.dwelling,
                by: play.worker(of: arrived)
            )
            arrived.observation = confirmed.observation?.id
            arrived.stage = confirmed.observation == nil || arrived.fate == .unvisited ? .over : .confirmed
        }
    }

    mutating func visitHomes() async throws {
        try await act(on: indices { $0.stage == .confirmed }) { arrived, play in
            guard let id = arrived.observation else { return }
            let worker = try play.worker(of: arrived)
            let notice = play.assembly.texts.text(.notice, on: play.clock.now.day)?.version ?? ""
            _ = try await play.observations.giveNotice(notice, for: id, by: worker)
            let isUnsuitable = arrived.fate == .unsuitable
            let check = HomeCheck(obstacles: isUnsuitable ? [.sharedToilet, .noOwnRoom] : [])
            _ = try await play.observations.checkHome(check, for: id, by: worker)
            arrived.stage = isUnsuitable || arrived.fate == .uncommitted ? .over : .visited
        }
    }

    mutating func commit() async throws {
        try await act(on: indices { $0.stage == .visited }) { arrived, play in
            guard let id = arrived.observation else { return }
            let worker = try play.worker(of: arrived)
            let now = play.clock.now
            let text = play.assembly.texts.text(.commitment, on: now.day)?.version ?? ""
            let draft = Commitment.Draft(
                textVersion: text,
                signer: .observee,
                signature: .oneTimeCode(phone: "+86" + arrived.persona.phone),
                copyGiven: true
            )
            let commitment = try draft.checked(currentText: text, born: nil, takenBy: worker.account, now: now)
            _ = try await play.observations.commit(commitment, for: id, by: worker)
            _ = try await play.observations.activate(id, by: worker)
            arrived.stage = .active
        }
    }

    func worker(of arrived: DemoCase) throws -> Actor {
        try staff.actor(.communityWorker, at: arrived.committee)
    }
}
