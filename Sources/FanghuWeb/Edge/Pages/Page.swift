/// A page: a flat struct with everything its template prints, made by a pure function of values.
///
/// Properties are texts, numbers, flags, `Words`, `Phrase`s, optionals, lists and structs of these; dates and plurals are
/// formatted before. A template reads them as `{{name}}`; beside them it has `t.` (the catalogue), `asset.` (files) and
/// `frame.` (what surrounds every page).
package protocol Page: Sendable {
    /// The file's name without folder and ending: `observation-release`.
    static var template: String { get }

    /// The form on the page, if it has one: its errors are summed up at the top of the page.
    var form: FormView? { get }
}

extension Page {
    package var form: FormView? { nil }
}
