/// What is wrong with a document of rules, and where: `cn-9.yaml: classes[2].segments[0].days`.
package struct DocumentProblem: Refusal, Hashable {
    package let document: String
    package let path: String
    package let reason: Reason

    package enum Reason: Hashable, Sendable {
        case unreadable(String)
        case missing
        case unknownKey
        case wrongShape(expected: String)
        case notAllowed(String)
        /// A rule about the whole, such as validity that overlaps another document's.
        case contradiction(Words)
    }

    package init(document: String, path: String, reason: Reason) {
        self.document = document
        self.path = path
        self.reason = reason
    }

    package var kind: RefusalKind { .invalid }
    package var field: String? { path }

    package var code: String {
        switch reason {
        case .unreadable: "document.unreadable"
        case .missing: "document.missing"
        case .unknownKey: "document.unknownKey"
        case .wrongShape: "document.wrongShape"
        case .notAllowed: "document.notAllowed"
        case .contradiction: "document.contradiction"
        }
    }

    package var words: Words {
        let place = path.isEmpty ? document : "\(document): \(path)"
        let said =
            switch reason {
            case .unreadable(let why): Words("无法读取（\(why)）", "cannot be read (\(why))")
            case .missing: Words("缺少此项", "is missing")
            case .unknownKey: Words("未知的项", "is not a known key")
            case .wrongShape(let expected): Words("应为\(expected)", "should be \(expected)")
            case .notAllowed(let value): Words("不允许的值“\(value)”", "\"\(value)\" is not allowed")
            case .contradiction(let words): words
            }
        return Words("\(place)：\(said.chinese)", "\(place): \(said.english)")
    }
}
