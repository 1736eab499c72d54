package import Fanghu
import Hummingbird

/// For whom a page is printed.
package struct Reader: Sendable {
    package var language: Language
    package var visitor: Visitor?
    /// The address and query to come back to after the language was changed.
    package var here = "/"
    /// What the page before left to be said.
    package var notice: Phrase?

    package init(language: Language, visitor: Visitor? = nil) {
        self.language = language
        self.visitor = visitor
    }

    init(_ request: Request, _ context: FanghuRequestContext) {
        self.init(language: context.language, visitor: context.visitor)
        // A page that answers a POST is not there for a GET: the switch then leads to the start.
        if request.method == .get || request.method == .head { here = request.uri.string }
    }
}

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
    /// `zh` or `en`, for a button that changes the language without leaving the page.
    let otherLanguage: String
    let visitorName: String?
    let isSignedIn: Bool
    /// The visitor's own page.
    let own: String?
    let signOut: String?
    /// The form's token, if this session needs one.
    let csrf: String?
    let notice: Phrase?
    let errors: [ErrorLine]
    let hasErrors: Bool
    let navigation: [Entry]

    init(_ page: some Page, for reader: Reader, navigation: [Entry], own: String?, signOut: String?) {
        lang = reader.language == .chinese ? "zh-CN" : "en"
        let other: Language = reader.language == .chinese ? .english : .chinese
        otherLanguage = other.rawValue
        otherLanguageLink =
            LanguageAddress.change(.of(other)).path + AddressText.query([("next", reader.here)])
        visitorName = reader.visitor?.name
        isSignedIn = reader.visitor != nil
        self.own = isSignedIn ? own : nil
        self.signOut = isSignedIn ? signOut : nil
        csrf = reader.visitor?.formToken
        notice = reader.notice
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

    /// Whether a page is the entry's own or lies below it; everything lies below `/desk`, which therefore claims nothing.
    func leads(to here: String) -> Bool {
        here == path || (path.split(separator: "/").count > 1 && here.hasPrefix(path + "/"))
    }
}
