import Fanghu
import Hummingbird

/// What surrounds every page: language, sign-in, navigation, notices and the summary of what is wrong.
struct Frame {
    /// One line of the error summary; it leads to its field.
    struct ErrorLine {
        let field: String?
        let message: Words
    }

    /// An entry of the desk's navigation.
    struct Entry {
        let path: String
        let label: Phrase
        let isCurrent: Bool
    }

    /// `zh-CN` or `en`, for the attribute `lang`.
    let lang: String
    /// The switch to the other language; it comes back to this page.
    let otherLanguageLink: String
    let visitorName: String?
    let isSignedIn: Bool
    /// The form's token, if this session needs one.
    let csrf: String?
    let notice: Phrase?
    let errors: [ErrorLine]
    let hasErrors: Bool
    let navigation: [Entry]

    init(_ page: some Page, _ request: Request, _ context: FanghuRequestContext, navigation: [Entry], notice: Phrase?) {
        lang = context.language == .chinese ? "zh-CN" : "en"
        let other: Language = context.language == .chinese ? .english : .chinese
        // A page that answers a POST is not there for a GET: the switch then leads to the start.
        let here = request.method == .get || request.method == .head ? request.uri.string : "/"
        otherLanguageLink =
            LanguageAddress.change(.of(other)).path + AddressText.query([("next", here)])
        visitorName = context.visitor?.name
        isSignedIn = context.visitor != nil
        csrf = context.visitor?.formToken
        self.notice = notice
        errors = (page.form?.refusals ?? []).map { ErrorLine(field: $0.field, message: $0.words) }
        hasErrors = !errors.isEmpty
        self.navigation = navigation
    }
}

/// The desk's navigation: rooms add their entries when the server is put together.
package struct NavigationEntry: Sendable {
    package let path: String
    package let label: Phrase
    /// Whether somebody sees it; what it leads to checks for itself.
    package let isShown: @Sendable (Visitor) -> Bool

    package init(
        _ address: some Address,
        _ label: Phrase,
        isShown: @escaping @Sendable (Visitor) -> Bool = { _ in true }
    ) {
        path = address.path
        self.label = label
        self.isShown = isShown
    }
}
