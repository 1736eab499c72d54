import Fanghu

/// The text of the commitment in force, with its blanks filled as far as they are known.
struct CommitmentText {
    let title: Words
    let version: String
    let paragraphs: [String]

    /// Nil where no text is in force: nothing can be signed then.
    init?(
        _ texts: LegalTexts,
        _ row: ObservationRow,
        _ person: MaskedPerson?,
        _ territory: Territory,
        now: Instant,
        _ language: Language
    ) {
        guard let text = texts.text(.commitment, on: now.day) else { return nil }
        title = text.title
        version = text.version
        paragraphs = text.paragraphs(
            in: language,
            filling: [
                .from: row.firstDay.iso, .to: row.lastDay.iso, .release: row.lastDay.adding(days: 1).iso,
                .threshold: "37.3", .name: person?.name ?? "",
                .address: territory.fullName(of: row.key.committee) + (person?.address ?? ""),
            ]
            .filter { !$0.value.isEmpty }
        )
    }
}

/// The desk's side: make a code, read it out.
struct CommitmentCodePage: Page {
    static let template = "observation-commitment-code"

    let form: FormView?
    let name: String
    let phone: String
    let place: String
    let state: Words
    let back: String
    /// Where a code is made; nil while nothing can be signed.
    let action: String?
    let code: String?
    let expires: Phrase?
    let text: CommitmentText?

    init(
        _ view: FormView,
        _ row: ObservationRow,
        person: MaskedPerson?,
        _ made: MadeCommitmentCode?,
        text: CommitmentText?,
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        name = person?.name ?? "—"
        phone = person?.phone ?? "—"
        place = territory.fullName(of: row.key.committee)
        state = row.state.words
        back = ObservationDeskAddress.observation(.of(row.key.id)).path
        action = row.awaitsCommitment && text != nil ? CommitmentAddress.desk(.of(row.key.id)).path : nil
        // In two groups, as one reads digits out.
        code = made.map { "\($0.code.prefix(3)) \($0.code.suffix(3))" }
        expires = made.map { Phrase("commitment.expires", ["at": DeskText.moment($0.expiresAt, now: now)]) }
        self.text = text
    }
}

/// The signer's side: read the text, type the code.
struct CommitmentPage: Page {
    static let template = "observation-commitment"

    let form: FormView?
    let back: String
    let text: CommitmentText?
    /// Where it is signed; nil while the worker has still something to do, or it is signed.
    let action: String?
    let isSigned: Bool
    let fields: [Field]
    let boxes: [Choice]

    init(_ view: FormView, _ row: ObservationRow, text: CommitmentText?, link: String) {
        form = view
        back = ObserveeAddress.own(.of(link)).path
        self.text = text
        if case .preparing(.committed, _) = row.state { isSigned = true } else { isSigned = false }
        action = row.awaitsCommitment && text != nil ? CommitmentAddress.own(.of(link)).path : nil
        fields = [
            view.field("code", "commitment.code", hint: "commitment.codeHint", kind: .oneTimeCode),
            view.field("guardian", "commitment.guardian", hint: "commitment.guardianHint", isOptional: true),
        ]
        boxes = [view.choice("agreed", "commitment.agreement", of: [("yes", "commitment.agree")])]
    }
}

extension ObservationRow {
    /// Nothing but the signature is missing: the home does, the notice was given.
    var awaitsCommitment: Bool {
        guard case .preparing(.homeSuitable, _) = state else { return false }
        return notice != nil
    }
}
