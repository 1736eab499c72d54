import Fanghu

/// What the gatekeeper's form says, as answers.
enum GateForm {
    static func answers(_ form: FormValues) throws -> GateAnswers {
        let name = form.optionalText("name").flatMap { try? PersonName($0) }
        let tail = form.optionalText("tail").flatMap { PersonTail($0) }
        let temperature = try? Temperature(form.compact("temperature"))
        // What was typed and is none of these is refused at its field; what is missing, by the rules.
        let wrong: [(String, Bool, GateRefusal)] = [
            ("name", name == nil, .personMissing), ("tail", tail == nil, .tailMissing),
            ("temperature", temperature == nil, .temperatureMissing),
        ]
        let refusals = wrong.filter { form.optionalText($0.0) != nil && $0.1 }.map(\.2)
        guard refusals.isEmpty else { throw Refusals(refusals) }
        return GateAnswers(
            direction: try form.required("direction", as: GatePassing.Direction.self),
            visit: try form.required("visit", as: GatePassing.Visit.self),
            name: name,
            tail: tail,
            host: form.optionalText("host"),
            wasAway: form.all("asked").contains("away"),
            hasRegistered: form.all("asked").contains("registered"),
            hasSymptoms: form.all("asked").contains("symptoms"),
            temperature: temperature
        )
    }

    /// Refuses what is no temperature of a body, at its field.
    static func temperature(_ form: FormValues) throws -> Temperature {
        guard let temperature = try? Temperature(form.compact("temperature")) else {
            throw GateRefusal.temperatureMissing
        }
        return temperature
    }
}

extension GatePassing.Direction: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension GatePassing.Visit: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}

extension GatePassingID: FormValue {
    package init?(formText: String) { self.init(formText) }
}
