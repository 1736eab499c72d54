/// What the rules say about an arrival, and why.
package struct Classification: Hashable, Sendable, Codable {
    package let version: ProtocolID
    package let riskClass: String
    package let disposition: Disposition
    /// How the first segment is observed; nil where nothing is to be observed.
    package let mode: ObservationMode?
    package let segments: [Segment]
    package let colour: CodeColour
    package let checkCode: CheckCode
    /// The rule and the facts that gave the class.
    package let reasons: [Reason]
    /// What does not fit together and must be asked again.
    package let secondCheck: [Reason]

    /// Whether an observation must be opened (I-1, I-2).
    package var needsObservation: Bool {
        segments.contains { $0.mode != .selfMonitoring && $0.mode != .homeMonitoring }
    }

    /// Whether a key area, a contact or the like was found: anything but "everybody else".
    package var isFromKeyArea: Bool {
        reasons.contains { reason in
            switch reason {
            case .visited, .declaredKeyArea: true
            case .contact, .abroad, .fever, .symptoms, .everybodyElse, .declaredButNotInItinerary,
                .inItineraryButNotDeclared, .placeTooCoarse, .contactWithoutDate:
                false
            }
        }
    }
}

/// What a checkpoint does with somebody: take aside for a second check, or let pass.
package enum CheckCode: String, CaseIterable, Codable, Sendable {
    case takeAside = "A"
    case pass = "B"
}

/// One fact that decided something, so that it can be shown and disputed.
package enum Reason: Hashable, Sendable, Codable {
    case visited(stop: Int, area: DivisionPrefix, name: Words, risk: AreaRisk, on: CivilDate)
    case contact(ContactKind, on: CivilDate?)
    case abroad(stop: Int, until: CivilDate)
    case declaredKeyArea
    case fever(Temperature)
    case symptoms([Symptom])
    case everybodyElse
    case declaredButNotInItinerary
    case inItineraryButNotDeclared
    case placeTooCoarse(stop: Int, area: DivisionPrefix, name: Words)
    case contactWithoutDate(ContactKind)

    /// Stable, for programs and tests.
    package var code: String {
        switch self {
        case .visited: "visited"
        case .contact: "contact"
        case .abroad: "abroad"
        case .declaredKeyArea: "declaredKeyArea"
        case .fever: "fever"
        case .symptoms: "symptoms"
        case .everybodyElse: "everybodyElse"
        case .declaredButNotInItinerary: "declaredButNotInItinerary"
        case .inItineraryButNotDeclared: "inItineraryButNotDeclared"
        case .placeTooCoarse: "placeTooCoarse"
        case .contactWithoutDate: "contactWithoutDate"
        }
    }

    package var words: Words {
        switch self {
        case .visited(let stop, _, let name, let risk, let day):
            Words(
                "第\(stop + 1)段行程：\(day.iso)在\(name.chinese)，当日为\(risk.words.chinese)",
                "Stop \(stop + 1): in \(name.english) on \(day.iso), then a \(risk.words.english)"
            )
        case .contact(let kind, let day):
            Words(
                kind.words.chinese + (day.map { "，最后一次\($0.iso)" } ?? ""),
                kind.words.english + (day.map { ", last on \($0.iso)" } ?? "")
            )
        case .abroad(let stop, let day):
            Words("第\(stop + 1)段行程：境外，至\(day.iso)", "Stop \(stop + 1): outside the mainland until \(day.iso)")
        case .declaredKeyArea: Words("本人申报到过重点地区", "says that they were in a key area")
        case .fever(let temperature): Words("体温\(temperature)℃", "temperature \(temperature) °C")
        case .symptoms(let symptoms):
            Words(
                "症状：" + symptoms.map(\.words.chinese).joined(separator: "、"),
                "symptoms: " + symptoms.map(\.words.english).joined(separator: ", ")
            )
        case .everybodyElse: Words("不符合更严格类别的任何条件", "no condition of a stricter class holds")
        case .declaredButNotInItinerary:
            Words("申报到过重点地区，但行程中没有", "says that they were in a key area, but no stop is in one")
        case .inItineraryButNotDeclared:
            Words("行程经过重点地区，但未申报", "a stop was in a key area, but it was not declared")
        case .placeTooCoarse(let stop, _, let name):
            Words(
                "第\(stop + 1)段行程地点不够具体，可能在\(name.chinese)",
                "Stop \(stop + 1) is not exact enough; it may be in \(name.english)"
            )
        case .contactWithoutDate(let kind):
            Words("\(kind.words.chinese)，日期不详", "\(kind.words.english), date not known")
        }
    }
}
