/// One numbered, forward-only step of the schema.
///
/// Statements are the same text for both engines with two marks: `{bytes}` is `BLOB` or `BYTEA`, `{clustered}` at the
/// end of a `CREATE TABLE` is `WITHOUT ROWID` on SQLite. Where an engine needs a text of its own, `only` names it.
package struct Migration: Sendable {
    package let name: String
    package let statements: [Statement]

    /// - Parameter name: `room-nnn-what`, unique for ever; the order is that of the list, not of the names.
    package init(_ name: String, _ statements: [Statement]) {
        self.name = name
        self.statements = statements
    }

    package struct Statement: Sendable, ExpressibleByStringLiteral {
        let text: String
        let engine: Engine?

        package init(stringLiteral value: String) {
            text = value
            engine = nil
        }

        /// A statement for one engine alone.
        package static func only(_ engine: Engine, _ text: String) -> Statement {
            Statement(text: text, engine: engine)
        }

        private init(text: String, engine: Engine?) {
            self.text = text
            self.engine = engine
        }

        /// The text as the engine takes it; nil where the statement is for the other one.
        func text(for target: Engine) -> String? {
            if let engine, engine != target { return nil }
            return
                text
                .replacing("{bytes}", with: target == .sqlite ? "BLOB" : "BYTEA")
                .replacing("{clustered}", with: target == .sqlite ? "WITHOUT ROWID" : "")
        }
    }
}
