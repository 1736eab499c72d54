/// The database engines the product runs on.
///
/// Only migrations and the Store itself may ask which one it is.
package enum Engine: String, CaseIterable, Sendable {
    case sqlite
    case postgresql
}
