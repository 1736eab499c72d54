// What is left when all sure steps have run: questions, new divisions, retired ones.

extension EditionMatcher {
    /// Asks about committees; above them a unit is new or vanished.
    mutating func askAboutDoubts() {
        guard openRows.first?.level == .committee else { return }
        askAboutReusedCodes()
        askAboutSimilarNames()
        askAboutMoves()
    }

    /// Same code, same township, another name.
    private mutating func askAboutReusedCodes() {
        eachOpenRow { matcher, row in
            guard let division = matcher.openDivision(code: row.code), matcher.hasSameParent(row, division) else {
                return false
            }
            matcher.ask(.rename, division.id, row)
            return true
        }
    }

    /// Another code and a similar name in the same township, each the other's only candidate.
    private mutating func askAboutSimilarNames() {
        let divisions = Dictionary(grouping: openDivisions.compactMap { territory.node($0) }, by: \.parent)
        var candidates: [DivisionID: [EditionRow]] = [:]
        var rivals: [DivisionCode: Int] = [:]
        for row in openRows {
            for division in divisions[parent(of: row), default: []] where EditionMatcher.isSimilar(row, division) {
                candidates[division.id, default: []].append(row)
                rivals[row.code, default: 0] += 1
            }
        }
        eachOpenRow { matcher, row in
            guard rivals[row.code] == 1,
                let id = candidates.first(where: { $0.value.count == 1 && $0.value[0].code == row.code })?.key
            else { return false }
            matcher.ask(.renumber, id, row)
            return true
        }
    }

    private static func isSimilar(_ row: EditionRow, _ division: Division) -> Bool {
        DivisionName.isPart(row.name, of: division.name) || DivisionName.isPart(division.name, of: row.name)
            || (DivisionName.similarity(row.name, division.name) >= 0.6
                && DivisionName.haveSameOrdinals(row.name, division.name))
    }

    /// The same name in another township of the district, once there and once here.
    private mutating func askAboutMoves() {
        struct Place: Hashable {
            let district: DivisionID?
            let name: String
        }
        let divisions = Dictionary(grouping: openDivisions.compactMap { territory.node($0) }) { division in
            let township = division.parent
            let district = township.flatMap { parents[$0] ?? territory.node($0)?.parent }
            return Place(district: district, name: DivisionName.normalise(division.name))
        }
        func place(_ matcher: EditionMatcher, _ row: EditionRow) -> Place {
            let township = matcher.parent(of: row)
            let district = township.flatMap { matcher.parents[$0] ?? matcher.territory.node($0)?.parent }
            return Place(district: district, name: DivisionName.normalise(row.name))
        }
        let counts = openRows.reduce(into: [Place: Int]()) { $0[place(self, $1), default: 0] += 1 }
        eachOpenRow { matcher, row in
            let here = place(matcher, row)
            guard let found = divisions[here], found.count == 1, counts[here] == 1 else { return false }
            matcher.ask(.move, found[0].id, row)
            return true
        }
    }

    /// Leaves the division as it is and the row out until somebody answers.
    private mutating func ask(_ kind: DivisionProposal.Kind, _ division: DivisionID, _ row: EditionRow) {
        let listed = DivisionProposal.Row(
            code: row.code,
            name: row.name,
            parent: parent(of: row),
            urbanRural: row.urbanRural
        )
        plan.proposals.append(DivisionProposal(kind, of: division, row: listed, asOf: plan.asOf))
        settle(row, division, parent: parent(of: row))
    }

    mutating func createRest() {
        for row in openRows {
            let division = Division(
                id: allotter.newID(for: row.code),
                code: row.code,
                name: row.name,
                parent: parent(of: row),
                isNameDamaged: row.isNameDamaged,
                urbanRural: row.urbanRural,
                validFrom: plan.asOf
            )
            plan.created.append(division)
            settle(row, division.id, parent: division.parent)
        }
        openRows = []
    }

    /// Closes committees that the list should have and has not; asks about anything higher.
    ///
    /// Only below a unit that the list has and has something below: a list of townships alone, or of another city,
    /// retires nothing.
    mutating func retireRest(_ level: DivisionLevel) {
        let listed = Set(file.rows.filter { $0.level == level }.compactMap { parent(of: $0) })
        for id in openDivisions.sorted() {
            guard let division = territory.node(id), let parent = division.parent, listed.contains(parent),
                !file.unusable.contains(division.code), !file.unusableNames.contains(division.name)
            else { continue }
            level == .committee ? retire(division) : askWhetherVanished(id)
        }
    }

    private mutating func retire(_ division: Division) {
        var closed = division
        closed.validTo = plan.asOf
        plan.retired.append(closed)
        let parts = plan.created.filter {
            $0.parent == division.parent && DivisionName.isPart($0.name, of: division.name)
        }
        for part in parts {
            let row = DivisionProposal.Row(
                code: part.code,
                name: part.name,
                parent: part.parent,
                urbanRural: part.urbanRural
            )
            plan.proposals.append(
                DivisionProposal(.split, of: division.id, successor: part.id, row: row, asOf: plan.asOf)
            )
        }
    }

    private mutating func askWhetherVanished(_ id: DivisionID) {
        let isKnown = proposals.contains {
            $0.proposal.kind == .vanished && $0.proposal.division == id
                && ($0.state == .waiting || $0.state == .rejected)
        }
        guard !isKnown else { return }
        plan.proposals.append(DivisionProposal(.vanished, of: id, asOf: plan.asOf))
    }

    /// Closes waiting questions that this edition has answered or asked anew.
    mutating func closeAnswered() {
        let retired = Set(plan.retired.map(\.id))
        for stored in proposals where stored.state == .waiting {
            let id = stored.proposal.division
            let isAnswered =
                switch stored.proposal.kind {
                case .split: false
                case .vanished: settled.contains(id)
                case .rename, .renumber, .move:
                    retired.contains(id) || (settled.contains(id) && !waiting.contains(id))
                }
            if isAnswered { plan.superseded.append(stored.id) }
        }
    }
}
