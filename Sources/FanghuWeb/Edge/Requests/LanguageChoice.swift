import Fanghu

/// Which language to answer in: the cookie, else what the browser accepts, else Chinese.
enum LanguageChoice {
    static func language(cookie: String?, accepted header: String?) -> Language {
        if let chosen = cookie.flatMap(Language.init(rawValue:)) { return chosen }
        return header.flatMap(preferred) ?? .chinese
    }

    /// The language we have with the highest weight; the earlier one where weights are equal (RFC 9110 §12.5.4).
    private static func preferred(_ header: String) -> Language? {
        var best: (language: Language, weight: Double)?
        for item in header.prefix(400).split(separator: ",") {
            let parts = item.split(separator: ";")
            guard let tag = parts.first, let language = language(ofTag: tag) else { continue }
            let weight = parts.dropFirst().compactMap(weight).first ?? 1
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }

    private static func language(ofTag tag: Substring) -> Language? {
        let primary = tag.drop(while: { $0 == " " }).prefix(while: { $0 != "-" && $0 != " " })
        return Language(rawValue: primary.lowercased())
    }

    private static func weight(_ parameter: Substring) -> Double? {
        let trimmed = parameter.filter { $0 != " " }
        return trimmed.hasPrefix("q=") ? Double(trimmed.dropFirst(2)) : nil
    }
}
