import Fanghu
import FanghuTesting

extension Registration.Draft {
    /// A full form of somebody who left Wuhan and came by train on 10 February 2020.
    static func fromWuhan() -> Registration.Draft {
        var draft = Registration.Draft.fromHangzhou()
        draft.sex = .male
        draft.documentKind = .citizenNumber
        draft.documentNumber = FixtureNumbers.citizen(born: day(1985_06_15), sequence: 41)
        draft.tenure = .own
        draft.itinerary = [
            Registration.StopDraft(place: "420100", from: "2020-01-05", to: "2020-02-09", kind: .residence),
            Registration.StopDraft(place: "34", from: "2020-02-09", to: "2020-02-10", kind: .transit),
        ]
        draft.declaredKeyArea = true
        draft.departedOn = "2020-02-09"
        draft.transport = .train
        draft.transportNumber = "D3056"
        draft.symptoms = []
        return draft
    }

    /// A short form of somebody who was in no key area.
    static func fromHangzhou() -> Registration.Draft {
        var draft = Registration.Draft()
        draft.relation = .myself
        draft.name = "王小明"
        draft.phone = "13800138000"
        draft.addressText = "江苏路 123 弄 4 号 501 室"
        draft.arrivedOn = "2020-02-10"
        draft.temperature = "36.5"
        draft.declaredKeyArea = false
        draft.contacts = Registration.ContactAnswers(keyAreaPerson: false, feverPatient: false, confirmedCase: false)
        draft.declaration = true
        draft.noticeVersion = "2020-02"
        return draft
    }

    /// The registration under Shanghai's February rules, or the codes of its problems by field.
    func check(at now: Instant = at(2020_02_10, 14)) throws -> Registration {
        let book = try ShippedData.book()
        let version = try book.version(ProtocolID("sh-2020-02"))
        return try checked(by: version, areas: book.areas, notice: "2020-02", now: now)
    }

    func problems(at now: Instant = at(2020_02_10, 14)) throws -> [String: String] {
        do {
            _ = try check(at: now)
            return [:]
        } catch let refusals as Refusals {
            return Dictionary(refusals.all.map { ($0.field ?? "", $0.code) }) { first, second in
                "\(first) and \(second)"
            }
        }
    }
}
