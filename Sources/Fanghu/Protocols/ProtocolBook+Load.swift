package import Foundation

extension ProtocolBook {
    /// Reads `protocols/*.yaml` and `areas/*.yaml` below a data folder; the first problem is thrown.
    package static func load(from data: URL) throws(DocumentProblem) -> ProtocolBook {
        var versions: [(file: String, version: ProtocolVersion)] = []
        for document in try DocumentFolder(url: data.appending(path: "protocols")).documents() {
            versions.append((document.name, try ProtocolVersion(document: document.name, yaml: document.text)))
        }
        var areas: [AreaLevel] = []
        for document in try DocumentFolder(url: data.appending(path: "areas")).documents() {
            areas += try AreaLevel.all(document: document.name, yaml: document.text)
        }
        try checkTogether(versions)
        return ProtocolBook(versions: versions.map(\.version), areas: areas)
    }

    /// Ids are used once, and in one place two versions never hold on the same day.
    private static func checkTogether(
        _ versions: [(file: String, version: ProtocolVersion)]
    ) throws(DocumentProblem) {
        for (index, later) in versions.enumerated() {
            for earlier in versions[..<index] {
                if earlier.version.id == later.version.id {
                    throw DocumentProblem(
                        document: later.file,
                        path: "id",
                        reason: .notAllowed(later.version.id.text)
                    )
                }
                guard earlier.version.overlaps(later.version) else { continue }
                let words = Words("生效期与\(earlier.file)重叠", "its validity overlaps that of \(earlier.file)")
                throw DocumentProblem(document: later.file, path: "validFrom", reason: .contradiction(words))
            }
        }
    }
}

extension ProtocolVersion {
    fileprivate func overlaps(_ other: ProtocolVersion) -> Bool {
        jurisdiction == other.jurisdiction && (validTo.map { other.validFrom < $0 } ?? true)
            && (other.validTo.map { validFrom < $0 } ?? true)
    }
}

extension AreaLevel {
    /// All levels of a document with `source` and a list `levels`.
    package static func all(document: String, yaml: String) throws(DocumentProblem) -> [AreaLevel] {
        let map = try DocumentNode(document: document, yaml: yaml).map(keys: ["source", "levels"])
        let source = try map.required("source").text()
        var found: [AreaLevel] = []
        for item in try map.required("levels").list() { found.append(try AreaLevel(item, source: source)) }
        return found
    }

    private init(_ node: DocumentNode, source: String) throws(DocumentProblem) {
        let map = try node.map(keys: ["division", "name", "level", "validFrom", "validTo"])
        let place = try map.required("division")
        guard let division = DivisionPrefix(try place.text()) else {
            throw place.problem(.wrongShape(expected: "the start of a division code"))
        }
        let validFrom = try map.required("validFrom").day()
        let validTo = try map["validTo"]?.day()
        if let validTo, validTo <= validFrom { throw try map.required("validTo").problem(.notAllowed(validTo.iso)) }
        self.init(
            division: division,
            name: try map.required("name").words(),
            risk: try map.required("level").choice(),
            validFrom: validFrom,
            validTo: validTo,
            source: source
        )
    }
}
