extension LedgerMap {
    /// A mapping as a file: `sheet`, `headerRow`, and `columns` from heading or letter to the name of a field, `-` for none.
    ///
    /// - Parameter document: its name, for complaints.
    package init(document: String, yaml: String) throws(DocumentProblem) {
        let map = try DocumentNode(document: document, yaml: yaml).map(keys: ["sheet", "headerRow", "columns"])
        var columns: [String: String] = [:]
        if let node = map["columns"] {
            for (heading, meaning) in try node.texts() { columns[heading] = meaning }
        }
        self.init(
            sheet: try map["sheet"]?.text(),
            headerRow: try map["headerRow"]?.number(in: 1...1000),
            columns: columns
        )
    }
}
