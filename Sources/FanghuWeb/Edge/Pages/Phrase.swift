/// A text of the interface by its key in the catalogues, with the values it names.
///
/// A view model holds phrases where it must choose a text; the page prints them in the reader's language.
package struct Phrase: Hashable, Sendable, ExpressibleByStringLiteral {
    package let key: String
    package let values: [String: String]

    package init(_ key: String, _ values: [String: String] = [:]) {
        self.key = key
        self.values = values
    }

    package init(stringLiteral key: String) {
        self.init(key)
    }
}
