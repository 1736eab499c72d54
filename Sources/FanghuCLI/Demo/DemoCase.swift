import Fanghu

/// One arrival of the demonstration: what is to befall it, and how far it has come.
struct DemoCase: Sendable {
    let index: Int
    let committee: DivisionID
    let persona: DemoPersona
    let address: String
    let dwelling: PlaceID?
    let arrivesOn: CivilDate
    let isFromKeyArea: Bool
    let fate: Fate

    var stage = Stage.awaited
    var arrival: ArrivalKey?
    var observation: ObservationID?
    var hasFever = false
    /// Slots without a record that nobody has explained yet.
    var missed: [DaySlot] = []

    /// How far somebody has come.
    enum Stage: Sendable {
        case awaited
        case registered
        case confirmed
        case visited
        case active
        /// Released, in hospital, not to be observed at all, or left to whoever tries the demonstration.
        case over
    }

    /// What befalls somebody, beside the ordinary.
    enum Fate: Hashable, Sendable {
        case ordinary
        /// Registered, and nobody has knocked yet.
        case unconfirmed
        /// Confirmed, and the home is still to be looked at.
        case unvisited
        /// The home does, and the commitment is still to be signed.
        case uncommitted
        /// The home does not do.
        case unsuitable
        case forgetful
        /// A fever some days after the arrival, answered by a doctor.
        case feverish(day: Int)
        case hospital(day: Int)
        /// A fever last evening that nobody has answered yet.
        case feverNow
        case breach(day: Int)
    }

    /// Some arrivals a committee, spread over the days.
    static func all(
        of committee: DivisionID,
        number: Int,
        homes: [(address: String, dwelling: PlaceID?)],
        from first: CivilDate,
        to last: CivilDate
    ) -> [DemoCase] {
        let span = last.days(since: first)
        return (0..<casesPerCommittee)
            .map { position in
                let index = number * 100 + position
                var chance = DemoChance(1, index)
                // Most lie well back; the last two come yesterday and today, so that there is something to do.
                let back = casesPerCommittee - 1 - position
                let days = back < 2 ? span - back : position * (span - 2) / (casesPerCommittee - 2)
                let day = first.adding(days: days)
                let home = homes.isEmpty ? ("愚园路1弄1号101室", nil) : chance.pick(homes)
                return DemoCase(
                    index: index,
                    committee: committee,
                    persona: DemoPersona(index),
                    address: home.0,
                    dwelling: home.1,
                    arrivesOn: day,
                    isFromKeyArea: chance.hits(percent: 75),
                    fate: fate(index, daysLeft: last.days(since: day), &chance)
                )
            }
    }

    private static let casesPerCommittee = 10

    private static func fate(_ index: Int, daysLeft: Int, _ chance: inout DemoChance) -> Fate {
        if daysLeft <= 1 {
            return chance.pick([.ordinary, .unconfirmed, .unconfirmed, .unvisited, .uncommitted, .unsuitable])
        }
        let day = chance.roll(1...10)
        switch chance.roll(1...20) {
        case 1...3: return .forgetful
        case 4...5: return .feverish(day: day)
        case 6: return .hospital(day: day)
        case 7: return .breach(day: day)
        case 8: return daysLeft < 12 ? .feverNow : .ordinary
        default: return .ordinary
        }
    }

    /// F-01 as the person fills it in.
    func registration(notice: String) -> Registration.Draft {
        var chance = DemoChance(2, index)
        var draft = Registration.Draft()
        draft.relation = .myself
        draft.name = persona.name
        draft.documentKind = .citizenNumber
        draft.documentNumber = persona.document
        draft.phone = persona.phone
        draft.addressText = address
        draft.tenure = chance.pick([.own, .own, .relatives])
        draft.itinerary = [
            Registration.StopDraft(
                place: isFromKeyArea
                    ? chance.pick(["4201", "4201", "4210", "4206", "4211"]) : chance.pick(["3301", "3205"]),
                from: arrivesOn.adding(days: -14).iso,
                to: arrivesOn.adding(days: -1).iso,
                kind: .origin
            )
        ]
        draft.declaredKeyArea = isFromKeyArea
        draft.departedOn = arrivesOn.iso
        draft.arrivedOn = arrivesOn.iso
        draft.transport = .train
        draft.transportNumber = chance.pick(["G1722", "D3074", "G1758", "D2206"])
        draft.contacts = Registration.ContactAnswers(keyAreaPerson: false, feverPatient: false, confirmedCase: false)
        draft.temperature = "36.\(chance.roll(2...8))"
        draft.symptoms = []
        draft.declaration = true
        draft.noticeVersion = notice
        return draft
    }
}
