/// Why an act was refused, in a form that a person can read and a program can test.
///
/// Each room has its own refusals. Rooms know no HTTP status; the web turns `kind` into one. A fault (disk, network,
/// bug) is not a refusal.
package protocol Refusal: Error, Sendable {
    /// Stable, `room.reason`, for programs and tests.
    var code: String { get }
    var kind: RefusalKind { get }
    var words: Words { get }
    /// The form field it concerns, if it concerns one.
    var field: String? { get }
}

extension Refusal {
    package var field: String? { nil }
}

/// What sort of refusal it is.
package enum RefusalKind: Sendable {
    /// The values cannot be right.
    case invalid
    /// The asker is not known (not signed in, signed out, expired).
    case unauthenticated
    /// The asker may not do this here and now.
    case forbidden
    /// There is no such thing, or none that the asker may know of.
    case absent
    /// It does not fit the present state.
    case conflict
    /// Too much at once; come back.
    case overloaded
}

/// Several refusals at once: one for each wrong field of a form.
package struct Refusals: Error, Sendable {
    package let all: [any Refusal]

    package init(_ all: [any Refusal]) {
        self.all = all
    }
}
