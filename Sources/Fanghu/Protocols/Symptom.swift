/// What a person can see or feel without a doctor (DOMAIN §3.10).
///
/// Clinical terms stay out: a worker at a door cannot judge "conjunctival congestion", and nobody should be asked to.
package enum Symptom: String, CaseIterable, Codable, Sendable {
    case feelsFeverish
    case dryCough
    case fatigue
    case soreThroat
    case lossOfSmellOrTaste
    case diarrhoea
    case shortnessOfBreath
    case blockedNose
    case runnyNose
    case musclePain

    package var words: Words {
        switch self {
        case .feelsFeverish: Words("自觉发热", "feels feverish")
        case .dryCough: Words("干咳", "dry cough")
        case .fatigue: Words("乏力", "fatigue")
        case .soreThroat: Words("咽痛", "sore throat")
        case .lossOfSmellOrTaste: Words("嗅觉或味觉减退", "loss of smell or taste")
        case .diarrhoea: Words("腹泻", "diarrhoea")
        case .shortnessOfBreath: Words("气促", "shortness of breath")
        case .blockedNose: Words("鼻塞", "blocked nose")
        case .runnyNose: Words("流涕", "runny nose")
        case .musclePain: Words("肌肉酸痛", "muscle pain")
        }
    }
}
