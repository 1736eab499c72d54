/// Turns rows into sealed persons, and remembers what the file has held so far.
struct PeopleImporter {
    let people: People
    let committees: CommitteeFinder
    let instant: Instant
    var report = PeopleImportReport()

    private var tokens: PersonTokens
    private var lines: [[UInt8]: Int] = [:]

    /// A row ready to be written.
    struct Entry: Sendable {
        let line: Int
        let person: PreparedPerson
    }

    init(people: People, committees: CommitteeFinder, instant: Instant) {
        self.people = people
        self.committees = committees
        self.instant = instant
        tokens = PersonTokens(people.vault)
    }

    /// The rows that can be written; the others go to the report.
    mutating func prepare(_ part: (rows: [PeopleImportFile.Row], problems: [RowProblem])) throws -> [Entry] {
        let rows = part.rows
        var entries: [Entry] = []
        entries.reserveCapacity(rows.count)
        report.problems += part.problems
        for row in rows {
            guard let committee = committee(of: row), let checked = checked(row) else { continue }
            let identity = checked.details.documents.isEmpty ? People.identity(of: checked.details, in: committee) : nil
            let person = try people.prepare(checked, in: committee, at: instant, identity: identity, &tokens)
            guard isFirst(person, line: row.line) else { continue }
            for warning in checked.warnings { report.warnings[warning, default: 0] += 1 }
            entries.append(Entry(line: row.line, person: person))
        }
        return entries
    }

    /// Takes what came of a batch into the report.
    mutating func note(_ outcome: BatchOutcome, of entries: [Entry]) {
        report.created += outcome.created
        for (index, holder) in outcome.holders.sorted(by: { $0.key < $1.key }) {
            if holder.committee == entries[index].person.reference.committee {
                report.known += 1
            } else {
                let words = Words("该证件已在其他居村委会登记", "The document is registered in another committee")
                problem(entries[index].line, .document, "people.knownElsewhere", words)
            }
        }
    }

    private mutating func committee(of row: PeopleImportFile.Row) -> DivisionID? {
        switch committees.committee(row.committee) {
        case .success(let id): return id
        case .failure(let reason):
            problem(row.line, .committee, "committee.\(reason.rawValue)", reason.words)
            return nil
        }
    }

    private mutating func checked(_ row: PeopleImportFile.Row) -> CheckedPerson? {
        var draft = row.draft
        var isLegacy = false
        if let number = draft.documentNumber, draft.documentKind == .citizenNumber,
            let legacy = try? CitizenNumber.parseLegacy(number, on: instant.day)
        {
            draft.documentNumber = legacy.value.text
            isLegacy = true
        }
        do {
            let checked = try draft.checked(on: instant.day)
            if isLegacy { report.warnings[.legacyNumber, default: 0] += 1 }
            return checked
        } catch {
            for refusal in error.all { problem(row.line, column(of: refusal), refusal.code, refusal.words) }
            return nil
        }
    }

    private mutating func isFirst(_ person: PreparedPerson, line: Int) -> Bool {
        if let first = person.hashes.compactMap({ lines[$0] }).first {
            let words = Words("与第\(first)行是同一人", "The same person as in row \(first)")
            problem(line, .document, "people.repeated", words)
            return false
        }
        for hash in person.hashes { lines[hash] = line }
        return true
    }

    private mutating func problem(_ line: Int, _ column: PeopleImportFile.Column, _ code: String, _ words: Words) {
        report.problems.append(RowProblem(row: line, column: column.rawValue, code: code, words: words))
    }

    private func column(of refusal: any Refusal) -> PeopleImportFile.Column {
        switch (refusal as? IdentifierRefusal)?.identifier {
        case .personName: .name
        case .sex: .sex
        case .birthDate: .birthDate
        case .phone: .phone
        case .country: .nationality
        case .registeredDivision: .registeredDivision
        case .address: .address
        default: .document
        }
    }
}
