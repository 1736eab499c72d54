package import Fanghu
import HTTPTypes
import Hummingbird

/// Where the language is changed.
package enum LanguageAddress: Address {
    case change(Slot<Language>)

    package static let all: [LanguageAddress] = [.change("language")]

    package var path: String {
        switch self {
        case .change(let language): "/language/\(language)"
        }
    }
}

extension Language: AddressValue {
    package var addressText: String { rawValue }
    package init?(addressText: String) { self.init(rawValue: addressText) }
}

/// The language switch: sets a cookie and goes back to the page it came from.
struct LanguageRoutes {
    let names: CookieNames

    func add(to routes: Routes) {
        routes.get(LanguageAddress.change("language"), use: change)
    }

    @Sendable private func change(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let language = try context.value(of: "language", as: Language.self)
        let cookie = names.setting(names.language, to: language.rawValue, seconds: 31_536_000)
        return Response(
            status: .seeOther,
            headers: [.location: LocalPath.checked(request.query("next")), .setCookie: cookie]
        )
    }
}

/// An address within this server, out of what a link brought.
package enum LocalPath {
    /// `/` for anything that could lead a browser elsewhere: `//other`, `/\other`, control characters, whole URLs.
    package static func checked(_ text: String?) -> String {
        guard let text, text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.count < 2000,
            text.utf8.allSatisfy({ $0 > 32 && $0 < 127 })
        else { return "/" }
        return text
    }
}
