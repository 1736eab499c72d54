import Fanghu
import Foundation
import Testing

/// F-05: a reading is checked once, field by field.
struct DayRecordTests {
    private let now = at(2020_02_05, 8)

    private func codes(_ draft: DayRecord.Draft, source: RecordSource = .observee) -> [String: String] {
        do {
            _ = try draft.checked(by: RuleSample.version, source: source, activeFrom: at(2020_02_04, 12), now: now)
            return [:]
        } catch {
            return Dictionary(error.all.map { ($0.field ?? "", $0.code) }) { first, _ in first }
        }
    }

    @Test func `a good reading becomes a record of its slot`() throws {
        let record =
            try DayRecord.Draft(temperature: "36.5", site: .armpit, atHome: true, confirmedBy: .seen, needs: [.food])
            .checked(by: RuleSample.version, source: .worker, activeFrom: at(2020_02_04, 12), now: now)
        #expect(record.slot == DaySlot(day: day(2020_02_05), slot: RuleSample.morning))
        #expect(record.temperature.tenths == 365 && !record.isFever && !record.isAlarming && !record.isLate)
        #expect(record.presence == DayRecord.Presence(isAtHome: true, confirmedBy: .seen))
        let copy = try JSONDecoder().decode(DayRecord.self, from: JSONEncoder().encode(record))
        #expect(copy == record)
    }

    @Test(arguments: [
        ("37.2", false), ("37.3", true), ("３７．３", true), ("41.0", true), ("35.0", false),
    ])
    func `fever is by the threshold of the version`(text: String, fever: Bool) throws {
        let record = try DayRecord.Draft(temperature: text)
            .checked(by: RuleSample.version, source: .observee, activeFrom: at(2020_02_04, 12), now: now)
        #expect(record.isFever == fever)
    }

    @Test func `each wrong field has one problem`() {
        #expect(codes(.init()) == ["temperature": "dayRecord.temperatureMissing"])
        #expect(codes(.init(temperature: "50")) == ["temperature": "temperature.outOfRange"])
        #expect(codes(.init(temperature: "36.55")) == ["temperature": "temperature.shape"])
        #expect(codes(.init(temperature: "34.5")) == ["secondReading": "dayRecord.secondReadingNeeded"])
        #expect(codes(.init(temperature: "41.2", secondReading: "36.6")) == [:])
        #expect(
            codes(.init(takenAt: now.adding(minutes: 6), temperature: "36.5")) == ["takenAt": "dayRecord.takenInFuture"]
        )
        #expect(codes(.init(takenAt: now.adding(minutes: 4), temperature: "36.5")) == [:])
        #expect(
            codes(.init(takenAt: at(2020_02_03, 23), temperature: "36.5")) == [
                "takenAt": "dayRecord.takenBeforeBeginning"
            ]
        )
        #expect(
            codes(.init(temperature: "36.5", atHome: true), source: .worker)
                == ["confirmedBy": "dayRecord.confirmationMissing"]
        )
        #expect(codes(.init(takenAt: now.adding(hours: 1), temperature: "x")).count == 2)
    }

    @Test func `the second reading counts, and the doubted one is kept`() throws {
        let record = try DayRecord.Draft(temperature: "41.5", secondReading: "36.6")
            .checked(by: RuleSample.version, source: .observee, activeFrom: at(2020_02_04, 12), now: now)
        #expect(record.temperature.tenths == 366 && record.doubtedReading?.tenths == 415 && !record.isFever)
    }

    @Test func `a phone that was offline says when it was taken`() throws {
        let record = try DayRecord.Draft(takenAt: at(2020_02_04, 20), temperature: "36.5")
            .checked(by: RuleSample.version, source: .observee, activeFrom: at(2020_02_04, 12), now: now)
        #expect(record.slot == DaySlot(day: day(2020_02_04), slot: RuleSample.evening))
        #expect(record.lateMinutes == 0 && record.receivedAt == now)
    }

    @Test(arguments: [
        "{\"temperature\": 36.5}", "{\"temperature\": \"36.5\"}", "{\"temperature\": 36.50, \"needs\": []}",
    ])
    func `programs may send the temperature as a number`(json: String) throws {
        let draft = try JSONDecoder().decode(DayRecord.Draft.self, from: Data(json.utf8))
        #expect(draft.temperature == "36.5")
        #expect(codes(draft) == [:])
    }

    @Test func `without slots nothing is recorded`() throws {
        let version = try ShippedData.book().version(ProtocolID("cn-2023-01-08"))
        let refusals = #expect(throws: Refusals.self) {
            try DayRecord.Draft(temperature: "36.5")
                .checked(by: version, source: .observee, activeFrom: now, now: now)
        }
        #expect(refusals?.all.map(\.code) == ["dayRecord.noSlots"])
    }
}
