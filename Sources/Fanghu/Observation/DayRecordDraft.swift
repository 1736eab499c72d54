extension DayRecord {
    /// A reading as it was typed or sent, before it is checked.
    package struct Draft: Hashable, Sendable, Codable {
        /// When the phone or worker says it was taken; nil means now.
        package var takenAt: Instant?
        /// As typed: `36.5`; a JSON number is accepted too.
        package var temperature: String?
        package var secondReading: String?
        package var site: MeasurementSite?
        package var symptoms: Set<Symptom>?
        package var atHome: Bool?
        package var confirmedBy: Confirmation?
        package var needs: Set<DailyNeed>?

        package init(
            takenAt: Instant? = nil,
            temperature: String? = nil,
            secondReading: String? = nil,
            site: MeasurementSite? = nil,
            symptoms: Set<Symptom>? = nil,
            atHome: Bool? = nil,
            confirmedBy: Confirmation? = nil,
            needs: Set<DailyNeed>? = nil
        ) {
            self.takenAt = takenAt
            self.temperature = temperature
            self.secondReading = secondReading
            self.site = site
            self.symptoms = symptoms
            self.atHome = atHome
            self.confirmedBy = confirmedBy
            self.needs = needs
        }

        package init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            takenAt = try container.decodeIfPresent(Instant.self, forKey: .takenAt)
            temperature = try container.textOrNumber(forKey: .temperature)
            secondReading = try container.textOrNumber(forKey: .secondReading)
            site = try container.decodeIfPresent(MeasurementSite.self, forKey: .site)
            symptoms = try container.decodeIfPresent(Set<Symptom>.self, forKey: .symptoms)
            atHome = try container.decodeIfPresent(Bool.self, forKey: .atHome)
            confirmedBy = try container.decodeIfPresent(Confirmation.self, forKey: .confirmedBy)
            needs = try container.decodeIfPresent(Set<DailyNeed>.self, forKey: .needs)
        }
    }
}

extension KeyedDecodingContainer {
    /// `36.5` as a person types it or as a program sends it.
    fileprivate func textOrNumber(forKey key: Key) throws -> String? {
        guard contains(key), try !decodeNil(forKey: key) else { return nil }
        if let text = try? decode(String.self, forKey: key) { return text }
        return "\(try decode(Double.self, forKey: key))"
    }
}

extension DayRecord.Draft {
    /// The record, or one refusal for each wrong field.
    ///
    /// - Parameter activeFrom: nothing from before the observation began is a record of it.
    package func checked(
        by version: ProtocolVersion,
        source: RecordSource,
        activeFrom: Instant,
        now: Instant
    ) throws(Refusals) -> DayRecord {
        var problems: [any Refusal] = []
        let taken = takenAt ?? now
        if taken > now.adding(minutes: DayRecordRefusal.toleranceMinutes) {
            problems.append(DayRecordRefusal.takenInFuture)
        }
        if taken.day < activeFrom.day { problems.append(DayRecordRefusal.takenBeforeBeginning) }
        let first = reading(temperature, &problems)
        let second = reading(secondReading, &problems)
        if temperature == nil { problems.append(DayRecordRefusal.temperatureMissing) }
        if let first, first.needsSecondReading, secondReading == nil {
            problems.append(DayRecordRefusal.secondReadingNeeded(first))
        }
        if atHome != nil, confirmedBy == nil, source == .worker {
            problems.append(DayRecordRefusal.confirmationMissing)
        }
        let slot = version.slots.slot(at: taken)
        if slot == nil { problems.append(DayRecordRefusal.noSlots) }
        guard problems.isEmpty, let first, let slot else { throw Refusals(problems) }
        let counted = second ?? first
        return DayRecord(
            slot: slot,
            takenAt: taken,
            receivedAt: now,
            temperature: counted,
            doubtedReading: second == nil ? nil : first,
            site: site ?? .notStated,
            symptoms: symptoms ?? [],
            presence: atHome.map { .init(isAtHome: $0, confirmedBy: confirmedBy ?? .selfReport) },
            needs: needs ?? [],
            source: source,
            lateMinutes: version.slots.lateness(of: taken, in: slot),
            isFever: version.fever.isFever(counted)
        )
    }

    private func reading(_ text: String?, _ problems: inout [any Refusal]) -> Temperature? {
        guard let text else { return nil }
        do {
            return try Temperature(text)
        } catch {
            problems.append(error)
            return nil
        }
    }
}

/// What is wrong with a day record, field by field.
package enum DayRecordRefusal: Refusal, Hashable {
    case takenInFuture
    case takenBeforeBeginning
    case temperatureMissing
    case secondReadingNeeded(Temperature)
    case confirmationMissing
    case noSlots

    /// Clocks of phones are a little off.
    static let toleranceMinutes = 5

    package var kind: RefusalKind { .invalid }

    package var code: String {
        switch self {
        case .takenInFuture: "dayRecord.takenInFuture"
        case .takenBeforeBeginning: "dayRecord.takenBeforeBeginning"
        case .temperatureMissing: "dayRecord.temperatureMissing"
        case .secondReadingNeeded: "dayRecord.secondReadingNeeded"
        case .confirmationMissing: "dayRecord.confirmationMissing"
        case .noSlots: "dayRecord.noSlots"
        }
    }

    package var field: String? {
        switch self {
        case .takenInFuture, .takenBeforeBeginning: "takenAt"
        case .temperatureMissing: "temperature"
        case .secondReadingNeeded: "secondReading"
        case .confirmationMissing: "confirmedBy"
        case .noSlots: nil
        }
    }

    package var words: Words {
        switch self {
        case .takenInFuture: Words("测量时间在将来", "The time of the reading is in the future")
        case .takenBeforeBeginning: Words("测量时间早于观察开始", "The reading is from before the observation began")
        case .temperatureMissing: Words("请填写体温", "Enter the temperature")
        case .secondReadingNeeded(let temperature):
            Words("体温\(temperature)℃不寻常，请再测一次", "\(temperature) °C is unusual; measure once more")
        case .noSlots: Words("现行方案不要求测温", "The version in force asks for no temperatures")
        case .confirmationMissing: Words("请选择如何确认在家", "Say how it was made sure that the person is at home")
        }
    }
}
