import Fanghu
import Testing

/// What becomes of running observations when another version comes into force (DOMAIN §6.3).
struct ProtocolChangeTests {
    private let book: ProtocolBook

    init() throws {
        book = try ShippedData.book()
    }

    private func change(
        to id: String,
        _ code: String,
        from old: String,
        event: Int,
        now: Instant
    ) throws -> ObservationOutcome {
        let oldVersion = try book.version(ProtocolID(old))
        let oldClass = try #require(oldVersion.riskClass("closeContact"))
        let version = try book.version(ProtocolID(id))
        let facts = ObservationFacts(
            now: now,
            version: oldVersion,
            riskClass: oldClass,
            period: ObservationPeriod(of: oldClass, by: oldVersion, from: day(event)),
            noticeGiven: true
        )
        let change = ProtocolChange(version: version, riskClass: try #require(version.riskClass(code)))
        return try ObservationState.quiet.after(.protocolChanged(change), given: facts)
    }

    @Test func `fourteen and seven become seven and three from the same exposure`() throws {
        let outcome = try change(to: "cn-9", "closeContact", from: "cn-8", event: 2022_06_25, now: at(2022_06_28, 0))
        #expect(outcome.state == .quiet)
        #expect(outcome.period?.releaseAt == at(2022_07_06, 0))
        #expect(outcome.followUps.contains(.setVersion(ProtocolID("cn-9"), riskClass: "closeContact")))
    }

    @Test func `whose new days were over already is due on the day the version begins, not before`() throws {
        let outcome = try change(to: "cn-9", "closeContact", from: "cn-8", event: 2022_06_14, now: at(2022_06_28, 0))
        let period = try #require(outcome.period)
        #expect(period.releaseAt == at(2022_06_28, 0))
        #expect(outcome.state == .quiet, "a doctor releases, the change does not")
    }

    @Test func `where nothing is observed any more everybody is due at once`() throws {
        let outcome = try change(
            to: "cn-2023-01-08",
            "others",
            from: "cn-10-measures",
            event: 2023_01_06,
            now: at(2023_01_08, 0)
        )
        let period = try #require(outcome.period)
        #expect(period.releaseAt == at(2023_01_08, 0))
        #expect(outcome.followUps.contains(.setColour(.green)))
    }

    @Test func `a version that keeps the old ones changes nothing`() throws {
        let outcome = try change(to: "cn-8", "closeContact", from: "cn-9", event: 2022_06_25, now: at(2022_06_28, 0))
        #expect(outcome == ObservationOutcome(.quiet))
    }
}
