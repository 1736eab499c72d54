import Fanghu

/// The questions that wait, each with what was and what the new list says.
struct ProposalsPage: Page {
    static let template = "territory-proposals"

    struct Side {
        let name: String
        let code: String
        let place: String
        let since: String
    }

    struct Question {
        let id: String
        let accepting: String
        let declining: String
        let question: Words
        let reason: Phrase
        let old: Side
        let listed: Side?
        let accept: Phrase
        let decline: Phrase
    }

    let form: FormView?
    let questions: [Question]

    init(_ view: FormView, _ waiting: [EditionReport.Question], _ territory: Territory) {
        form = view
        questions = waiting.map { entry in
            let proposal = entry.stored.proposal
            let kind = proposal.kind
            let division = entry.division
            let sort = ProposalsPage.sort(of: kind)
            return Question(
                id: entry.stored.id.text,
                accepting: ProposalAddress.accept(.of(entry.stored.id)).path,
                declining: ProposalAddress.decline(.of(entry.stored.id)).path,
                question: proposal.question(about: division),
                reason: Phrase("territory.reasons.\(kind.rawValue)"),
                old: Side(
                    name: division.name,
                    code: division.code.text,
                    place: division.parent.map { PlaceText.short($0, in: territory) } ?? "—",
                    since: division.validFrom.iso
                ),
                listed: proposal.row.map { row in
                    Side(
                        name: row.name,
                        code: row.code.text,
                        place: (row.parent ?? division.parent).map { PlaceText.short($0, in: territory) } ?? "—",
                        since: proposal.asOf.iso
                    )
                },
                accept: Phrase("territory.accept.\(sort)"),
                decline: Phrase("territory.decline.\(sort)")
            )
        }
    }

    /// Which words the two answers have.
    private static func sort(of kind: DivisionProposal.Kind) -> String {
        switch kind {
        case .rename, .renumber, .move: "same"
        case .split: "successor"
        case .vanished: "retired"
        }
    }
}
