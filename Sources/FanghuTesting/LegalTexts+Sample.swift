package import Fanghu

extension LegalTexts {
    /// A notice and a commitment, in force for ever.
    package static var sample: LegalTexts {
        get throws(DocumentProblem) {
            LegalTexts([try text("notice"), try text("commitment")])
        }
    }

    private static func text(_ kind: String) throws(DocumentProblem) -> LegalText {
        try LegalText(
            document: kind,
            yaml: """
                kind: \(kind)
                version: 2020-02
                validFrom: 2020-01-01
                source: test
                title: {zh: 样本, en: Sample}
                paragraphs:
                  - {zh: "本人同意居家观察，自{from}至{to}。", en: "I agree to stay at home from {from} to {to}."}
                """
        )
    }
}
