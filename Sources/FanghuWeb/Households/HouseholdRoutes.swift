package import Fanghu
import Hummingbird

/// Households at the desk and in the API.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/households?part=&under=&after=` | GET | manageCoverage | dwellings in the order of a walk |
/// | `/desk/households/{dwelling}` | GET | recordHouseholds | what is known, masked; its history |
/// | `/desk/households/{dwelling}` | POST | recordHouseholds | say who lives there |
/// | `/desk/households/{dwelling}/notice` | POST | recordHouseholds | a notice was posted |
/// | `/api/v1/households?part=&under=&after=&limit=` | GET | manageCoverage | the same list |
/// | `/api/v1/households` | POST | recordHouseholds | up to 500 changes, an answer each |
package enum HouseholdAddress: Address {
    case list
    case dwelling(Slot<PlaceID>)
    case notice(Slot<PlaceID>)
    case api

    package static let all: [HouseholdAddress] = [.list, .dwelling("dwelling"), .notice("dwelling"), .api]

    package var path: String {
        switch self {
        case .list: "/desk/households"
        case .dwelling(let id): "/desk/households/\(id)"
        case .notice(let id): "/desk/households/\(id)/notice"
        case .api: "/api/v1/households"
        }
    }
}

/// The register of who lives where.
struct HouseholdRoutes: Sendable {
    let service: HouseholdService
    let texts: LegalTexts
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    func add(to routes: Routes) {
        routes.get(HouseholdAddress.list, use: list)
        routes.get(HouseholdAddress.dwelling("dwelling"), use: dwelling)
        routes.post(HouseholdAddress.dwelling("dwelling"), use: record)
        routes.post(HouseholdAddress.notice("dwelling"), use: postNotice)
        let shown = NavigationEntry(HouseholdAddress.list, "households.title", isShown: { $0.may(.manageCoverage) })
        pages.addNavigation(shown)
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let part = try request.query("part", as: HouseholdPart.self) ?? .all
        let under = try request.query("under", as: DivisionID.self)
        let found = try await service.list(
            part,
            under: under,
            after: try request.query("after", as: DwellingKey.self) ?? .start,
            for: actor
        )
        let page = HouseholdListPage(part, found.lines, next: found.next, under: under, territory(), now: context.now)
        return try pages.response(page, to: request, visit)
    }

    @Sendable func dwelling(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func record(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "dwelling", as: PlaceID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, visit)
        } act: {
            try await service.record(try HouseholdChange(form, of: id, newID: context.newID()), by: actor)
            return pages.seeOther(HouseholdAddress.dwelling(.of(id)), saying: "households.saved")
        }
    }

    @Sendable func postNotice(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "dwelling", as: PlaceID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) { view in
            try await page(view, visit)
        } act: {
            guard let receipt = form.optionalText("receipt") else { throw EdgeRefusal.missingField("receipt") }
            try await service.postNotice(
                HouseholdChangeID(form.raw("id")) ?? context.newID(),
                at: id,
                textVersion: texts.text(.notice, on: context.now.day)?.version ?? "",
                receipt: receipt,
                by: actor
            )
            return pages.seeOther(HouseholdAddress.dwelling(.of(id)), saying: "households.saved")
        }
    }

    private func page(_ form: FormView, _ visit: FanghuRequestContext) async throws -> HouseholdPage {
        let actor = try visit.signedIn().actor
        let found = try await service.household(of: visit.value(of: "dwelling", as: PlaceID.self), for: actor)
        return HouseholdPage(
            form,
            found.dwelling,
            found.household,
            found.events,
            found.notices,
            territory(),
            now: context.now,
            newID: context.newID()
        )
    }
}

extension HouseholdPart: AddressValue {
    package var addressText: String { rawValue }
    package init?(addressText: String) { self.init(rawValue: addressText) }
}

extension HouseholdChange {
    /// What the form of the desk says; an empty field changes nothing.
    init(_ form: FormValues, of dwelling: PlaceID, newID: HouseholdChangeID) throws {
        let kind = try form.required("presence", as: Presence.Kind.self)
        self.init(
            id: HouseholdChangeID(form.raw("id")) ?? newID,
            dwelling: dwelling,
            basedOn: Int(form.raw("basedOn")) ?? 0,
            presence: try Presence(kind, form),
            channel: try form.optional("channel", as: HouseholdChange.Channel.self) ?? .visit,
            withPolice: form.isTicked("withPolice")
        )
        origin = kind == .away ? form.optionalText("origin") : nil
        tenure = try form.optional("tenure", as: Household.Tenure.self)
        living = try form.optional("living", as: Int.self)
        away = try form.optional("away", as: Int.self)
        head = form.optionalText("head")
        phone = form.compact("phone").isEmpty ? nil : form.compact("phone")
        landlord = form.optionalText("landlord")
            .map { HouseholdDetails.Landlord(name: $0, phone: form.optionalText("landlordPhone")) }
        let named = form.all("needs").compactMap(HouseholdDetails.CareNeed.init)
        needs = form.isTicked("askedNeeds") ? Set(named) : nil
        remarks = form.optionalText("remarks")
    }
}

extension Presence {
    fileprivate init(_ kind: Kind, _ form: FormValues) throws {
        switch kind {
        case .living: self = .living
        case .away: self = .away(expectedReturn: try form.optional("expectedReturn", as: CivilDate.self))
        case .vacant:
            self = .vacant(
                try form.required("evidence", as: Evidence.self),
                recheckOn: try form.required("recheckOn", as: CivilDate.self)
            )
        }
    }
}

extension Presence.Kind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension Presence.Evidence: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension Household.Tenure: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension HouseholdChange.Channel: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
