import Fanghu
import Hummingbird

/// What the private link of a registration opens: the course so far, the day report, the papers.
///
/// | address | method | what |
/// | --- | --- | --- |
/// | `/r/o/{link}` | GET | where it stands, what is to do |
/// | `/r/o/{link}/day` | GET, POST | report temperature and symptoms |
/// | `/check/{serial}` | GET | whether a release notice is genuine |
package enum ObserveeAddress: Address {
    case own(Slot<String>)
    case day(Slot<String>)
    case check(Slot<String>)

    package static let all: [ObserveeAddress] = [.own("link"), .day("link"), .check("serial")]

    package var path: String {
        switch self {
        case .own(let link): "/r/o/\(link)"
        case .day(let link): "/r/o/\(link)/day"
        case .check(let serial): "/check/\(serial)"
        }
    }
}

/// The pages of somebody who registered.
package struct ObserveeRoutes: Sendable {
    let arrivals: ArrivalsService
    let observations: ObservationService
    let intake: DayRecordIntake
    let texts: LegalTexts
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    package func add(to routes: Routes) {
        routes.get(ObserveeAddress.own("link"), use: own)
        routes.get(ObserveeAddress.day("link"), use: askDay)
        routes.post(ObserveeAddress.day("link"), use: takeDay)
        routes.get(ObserveeAddress.check("serial"), use: check)
    }

    @Sendable func own(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let link = try visit.value(of: "link", as: String.self)
        let found = try await arrivals.arrival(behind: link)
        let slots = try await slots(of: found.observation)
        let note = try await releaseSerial(of: found.observation)
        let page = ObserveePage(
            found.row,
            found.details,
            found.observation,
            slots: slots,
            serial: note,
            link: link,
            place: territory().fullName(of: found.row.key.committee),
            texts: texts,
            now: context.now,
            visit.language
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askDay(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let link = try visit.value(of: "link", as: String.self)
        _ = try await arrivals.observee(behind: link)
        let form = FormView(FormValues(["id": context.newID(DayRecordID.self).text]))
        return try pages.response(DayReportPage(form, link: link), to: request, visit)
    }

    @Sendable func takeDay(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let link = try visit.value(of: "link", as: String.self)
        let actor = try await arrivals.observee(behind: link)
        guard case .observee(let observee) = actor else { throw EdgeRefusal.nothingHere }
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            DayReportPage(view, link: link)
        } act: {
            // The page's own id makes a double click one record.
            let id = DayRecordID(form.raw("id")) ?? context.newID()
            let report = DayRecordRequest(
                id: id,
                observation: observee.observation,
                draft: draft(form),
                source: .observee
            )
            _ = try await observations.record(report, by: actor, through: intake)
            return pages.seeOther(ObserveeAddress.own(.of(link)), saying: "observee.notice.reported")
        }
    }

    @Sendable func check(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let serial = try visit.value(of: "serial", as: String.self)
        let found = try await observations.releaseNote(serial: serial.uppercased())
        return try pages.response(ReleaseCheckPage(serial, found?.note, found?.person), to: request, visit)
    }

    private func draft(_ form: FormValues) -> DayRecord.Draft {
        let temperature = form.compact("temperature")
        let second = form.compact("secondReading")
        return DayRecord.Draft(
            temperature: temperature.isEmpty ? nil : temperature,
            secondReading: second.isEmpty ? nil : second,
            site: .notStated,
            symptoms: Set(form.all("symptoms").compactMap(Symptom.init)),
            atHome: true,
            confirmedBy: .selfReport,
            needs: Set(form.all("needs").compactMap(DailyNeed.init))
        )
    }

    private func slots(of observation: ObservationRow?) async throws -> SlotLedger? {
        guard let observation, observation.activeFrom != nil else { return nil }
        return try await observations.ledger(of: observation)
    }

    private func releaseSerial(of observation: ObservationRow?) async throws -> String? {
        guard let observation, observation.state == .released else { return nil }
        return try await observations.releaseNote(of: observation.key)?.serial
    }
}
