import Fanghu
import HTTPTypes

/// What a person sees instead of the page they asked for: what happened, what to do next, and a reference.
struct ErrorPage: Page {
    static let template = "edge-error"

    let heading: Phrase
    let messages: [Words]
    let advice: Phrase
    let signIn: String?
    let reference: String

    init(_ mishap: Mishap, signIn: String?, reference: String) {
        let kind = ErrorPage.kind(of: mishap.status)
        heading = Phrase("edge.error.\(kind).heading")
        advice = Phrase("edge.error.\(kind).advice")
        messages = mishap.items.map(\.words)
        self.signIn = signIn
        self.reference = reference
    }

    /// Which of the texts fits a status.
    private static func kind(of status: HTTPResponse.Status) -> String {
        switch status {
        case .unauthorized: "signIn"
        case .forbidden: "forbidden"
        case .notFound, .methodNotAllowed: "absent"
        case .serviceUnavailable, .init(code: 507): "busy"
        case _ where status.kind == .serverError: "fault"
        default: "refused"
        }
    }
}
