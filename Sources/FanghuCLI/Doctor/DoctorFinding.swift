import Fanghu

/// What one check of the doctor found.
struct DoctorFinding: Encodable {
    let check: String
    let state: State
    let message: String
    /// What to do; absent where nothing is to be done.
    let advice: String?

    enum State: String, Encodable {
        case ok
        case warn
        case fail
    }

    static func ok(_ check: String, _ chinese: String, _ english: String) -> DoctorFinding {
        DoctorFinding(check: check, state: .ok, message: words(chinese, english), advice: nil)
    }

    static func warn(_ check: String, _ message: Words, do advice: Words) -> DoctorFinding {
        finding(check, .warn, message, advice)
    }

    static func fail(_ check: String, _ message: Words, do advice: Words) -> DoctorFinding {
        finding(check, .fail, message, advice)
    }

    /// A check that could not be carried out because of a refusal or fault, which says itself what to do.
    static func fail(_ check: String, because error: any Error) -> DoctorFinding {
        let lines = CommandFailure(error).lines
        return DoctorFinding(check: check, state: .fail, message: lines.joined(separator: " "), advice: nil)
    }

    var line: String { "\(state.rawValue)\t\(check)\t\(message)\(advice.map { " → \($0)" } ?? "")" }

    private static func finding(
        _ check: String,
        _ state: State,
        _ message: Words,
        _ advice: Words
    ) -> DoctorFinding {
        let language = Console.language
        return DoctorFinding(
            check: check,
            state: state,
            message: message(in: language),
            advice: advice(in: language)
        )
    }

    private static func words(_ chinese: String, _ english: String) -> String {
        Words(chinese, english)(in: Console.language)
    }
}
