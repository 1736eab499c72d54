import Fanghu

/// The one form of a dwelling, and that of its notice.
struct HouseholdForm {
    let presences: Choice
    let whenAway: [Field]
    let evidence: Choice
    let recheckOn: Field
    let numbers: [Field]
    let tenure: Choice
    let people: [Field]
    let needs: Choice
    let remarks: Field
    let channel: Choice
    let withPolice: Choice
    let receipt: Field

    init(_ view: FormView) {
        presences = view.choice(
            "presence",
            "households.presence",
            ofNames: Presence.Kind.allCases.map { ($0.rawValue, $0.words) }
        )
        whenAway = [
            view.field("expectedReturn", "households.expectedReturn", kind: .date, isOptional: true),
            view.field("origin", "households.origin", hint: "households.originHint", isOptional: true),
        ]
        evidence = view.choice(
            "evidence",
            "households.evidence",
            ofNames: Presence.Evidence.allCases.map { ($0.rawValue, $0.words) },
            isOptional: true
        )
        recheckOn = view.field("recheckOn", "households.recheckOn", kind: .date, isOptional: true)
        numbers = [
            view.field("living", "households.living", kind: .whole, isOptional: true),
            view.field("away", "households.away", kind: .whole, isOptional: true),
        ]
        tenure = view.choice(
            "tenure",
            "households.tenure",
            ofNames: Household.Tenure.allCases.map { ($0.rawValue, $0.words) },
            isOptional: true
        )
        people = [
            view.field("landlord", "households.landlord", isOptional: true),
            view.field("landlordPhone", "households.landlordPhone", kind: .telephone, isOptional: true),
            view.field("head", "households.head", hint: "households.keepHint", isOptional: true),
            view.field("phone", "households.phone", hint: "households.keepHint", kind: .telephone, isOptional: true),
        ]
        needs = view.choice(
            "needs",
            "households.needs",
            ofNames: HouseholdDetails.CareNeed.allCases.map { ($0.rawValue, $0.words) },
            isOptional: true
        )
        remarks = view.field("remarks", "households.remarks", isOptional: true)
        let channels: [HouseholdChange.Channel] = [.visit, .phone, .told]
        channel = view.choice("channel", "households.channel", ofNames: channels.map { ($0.rawValue, $0.words) })
        let police: [(value: String, label: Phrase)] = [("yes", "households.withPolice")]
        withPolice = view.choice("withPolice", "households.joint", of: police, isOptional: true)
        receipt = view.field("receipt", "households.receipt", hint: "households.receiptHint")
    }
}
