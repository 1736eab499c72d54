extension EditionReport {
    /// The report as JSON: `rows`, `created`, `changed`, `unchanged`, `retired`, `errors` are fixed for scripts.
    package struct Document: Encodable, Sendable {
        package let rows: Int
        package let created: Int
        package let changed: Int
        package let unchanged: Int
        package let retired: Int
        package let errors: [Problem]
        package let changes: [Change]
        package let retirements: [Entry]
        package let proposals: [Proposal]

        package struct Problem: Encodable, Sendable {
            package let row: Int
            package let column: String
            package let code: String
            package let message: String
        }

        package struct Entry: Encodable, Sendable {
            package let id: String
            package let code: String
            package let name: String
        }

        package struct Change: Encodable, Sendable {
            package let before: Entry
            package let after: Entry
            package let moved: Bool
            package let evidence: String
        }

        package struct Proposal: Encodable, Sendable {
            package let id: String
            package let kind: String
            package let division: Entry
            package let code: String?
            package let name: String?
            package let successor: String?
            package let question: String
        }
    }

    /// The report in one language.
    package func document(in language: Language) -> Document {
        Document(
            rows: rows,
            created: created,
            changed: changed,
            unchanged: unchanged,
            retired: retired,
            errors: problems.map {
                Document.Problem(row: $0.row, column: $0.column, code: $0.code, message: $0.words(in: language))
            },
            changes: changes.map {
                Document.Change(
                    before: Document.Entry($0.before),
                    after: Document.Entry($0.after),
                    moved: $0.isMoved,
                    evidence: $0.evidence.rawValue
                )
            },
            retirements: retirements.map(Document.Entry.init),
            proposals: waiting.map { Document.Proposal($0, in: language) }
        )
    }
}

extension EditionReport.Document.Entry {
    init(_ division: Division) {
        self.init(id: division.id.text, code: division.code.text, name: division.name)
    }
}

extension EditionReport.Document.Proposal {
    init(_ question: EditionReport.Question, in language: Language) {
        let proposal = question.stored.proposal
        self.init(
            id: question.stored.id.text,
            kind: proposal.kind.rawValue,
            division: EditionReport.Document.Entry(question.division),
            code: proposal.row?.code.text,
            name: proposal.row?.name,
            successor: proposal.successor?.text,
            question: proposal.question(about: question.division)(in: language)
        )
    }
}

extension EditionReport.Question {
    /// The question in one language.
    package func document(in language: Language) -> EditionReport.Document.Proposal {
        EditionReport.Document.Proposal(self, in: language)
    }
}

extension DivisionProposal {
    /// The question in words.
    package func question(about division: Division) -> Words {
        let listed = row.map { "\($0.name)（\($0.code)）" } ?? ""
        let known = "\(division.name)（\(division.code)）"
        return switch kind {
        case .rename:
            Words(
                "\(known)改名为\(listed)？否则为撤销后代码另用",
                "Was \(known) renamed \(listed), or was its code given to another?"
            )
        case .renumber:
            Words("\(known)即\(listed)？", "Is \(known) now \(listed)?")
        case .move:
            Words("\(known)划归另一街镇，现为\(listed)？", "Was \(known) moved to another township as \(listed)?")
        case .split:
            Words("\(known)已撤销，由\(listed)接续？", "Is \(listed) a successor of \(known), which is no longer listed?")
        case .vanished:
            Words("\(known)不在名录中，连同下属一并撤销？", "\(known) is not in the list: retire it and all below it?")
        }
    }
}
