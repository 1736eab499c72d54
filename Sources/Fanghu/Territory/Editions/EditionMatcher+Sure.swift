// The steps that need nobody's judgement, in the order in which they run.

extension EditionMatcher {
    /// A question already asked and not yet answered is not asked again.
    mutating func matchWaiting() {
        let waiting = proposals.filter { $0.state == .waiting && $0.proposal.kind.asksIdentity }
        let known = Dictionary(
            waiting.compactMap { stored in stored.proposal.row.map { ($0.code, stored.proposal) } },
            uniquingKeysWith: { first, _ in first }
        )
        guard !known.isEmpty else { return }
        let names = Dictionary(openRows.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
        eachOpenRow { matcher, row in
            guard let proposal = known[row.code], proposal.row?.name == row.name,
                matcher.openDivisions.contains(proposal.division),
                let old = matcher.territory.node(proposal.division), names[old.code] != old.name
            else { return false }
            matcher.settle(row, proposal.division, parent: matcher.parent(of: row))
            matcher.waiting.insert(proposal.division)
            matcher.plan.stillWaiting += 1
            return true
        }
    }

    /// Same code, same name, same place: nearly every row of every list.
    mutating func matchSameCodeAndName() {
        eachOpenRow { matcher, row in
            guard let division = matcher.openDivision(code: row.code), matcher.hasSameParent(row, division),
                division.name == row.name
            else { return false }
            matcher.match(row, division, .sameCodeAndName)
            return true
        }
    }

    /// Renumbered: the only one of its name in its parent, then and now.
    mutating func matchNameInParent() {
        struct Place: Hashable {
            let parent: DivisionID?
            let name: String
        }
        let divisions = Dictionary(grouping: openDivisions.compactMap { territory.node($0) }) { division in
            Place(parent: division.parent, name: DivisionName.normalise(division.name))
        }
        let counts = openRows.reduce(into: [Place: Int]()) { counts, row in
            counts[Place(parent: parent(of: row), name: DivisionName.normalise(row.name)), default: 0] += 1
        }
        eachOpenRow { matcher, row in
            let place = Place(parent: matcher.parent(of: row), name: DivisionName.normalise(row.name))
            guard let found = divisions[place], found.count == 1, counts[place] == 1 else { return false }
            matcher.match(row, found[0], .sameNameInParent)
            return true
        }
    }

    /// Moved, or the writing of the name changed, and the code says that it is the same.
    mutating func matchSameCodeElsewhere() {
        eachOpenRow { matcher, row in
            guard let division = matcher.openDivision(code: row.code),
                DivisionName.normalise(division.name) == DivisionName.normalise(row.name)
            else { return false }
            matcher.match(row, division, .sameCodeAndName)
            return true
        }
    }

    /// A lost character is no new name: the code decides.
    mutating func matchDamagedNames() {
        eachOpenRow { matcher, row in
            guard let division = matcher.openDivision(code: row.code), row.isNameDamaged || division.isNameDamaged
            else { return false }
            matcher.match(row, division, .sameCodeDamagedName)
            return true
        }
    }

    /// Renamed under the same code: districts and above by the code alone, the others when the names are alike.
    mutating func matchSimilarNames() {
        eachOpenRow { matcher, row in
            guard let division = matcher.openDivision(code: row.code),
                row.level <= .district || matcher.isSurelyRenamed(row, division)
            else { return false }
            matcher.match(row, division, .sameCodeSimilarName)
            return true
        }
    }

    /// 华扬 → 华杨 is a slip put right; 德昌 → 庆余 may be another committee, and 一村 → 二村 surely is.
    private func isSurelyRenamed(_ row: EditionRow, _ division: Division) -> Bool {
        hasSameParent(row, division) && DivisionName.similarity(row.name, division.name) >= 0.5
            && DivisionName.haveSameOrdinals(row.name, division.name)
    }

    /// Units above the committees that were moved, recoded or both are known by what lies below them.
    ///
    /// Only units that the list should have: one of a city that is not in the list must not be taken for another.
    mutating func matchChildren() {
        guard let level = openRows.first?.level, level != .committee else { return }
        var names: [DivisionID: Set<String>] = [:]
        var candidates: [String: [DivisionID]] = [:]
        for id in openDivisions {
            guard let parent = territory.node(id)?.parent, settled.contains(parent) else { continue }
            names[id] = Set(territory.children(of: id).map(\.name))
            for name in names[id, default: []] { candidates[name, default: []].append(id) }
        }
        guard !candidates.isEmpty else { return }
        eachOpenRow { matcher, row in
            let below = Set(matcher.rowsBelow[row.code, default: []].map(\.name))
            var shared: [DivisionID: Int] = [:]
            for name in below { for id in candidates[name, default: []] { shared[id, default: 0] += 1 } }
            let best = shared.filter { $0.value > 1 && matcher.openDivisions.contains($0.key) }
                .map {
                    (id: $0.key, share: 2 * Double($0.value) / Double(below.count + names[$0.key, default: []].count))
                }
                .max { ($0.share, $1.id) < ($1.share, $0.id) }
            guard let best, let division = matcher.territory.node(best.id),
                best.share >= EditionMatcher.neededShare(row, division)
            else { return false }
            matcher.match(row, division, .sameChildren)
            return true
        }
    }

    /// How much must agree below (Dice): less where name or code already speak for it.
    private static func neededShare(_ row: EditionRow, _ division: Division) -> Double {
        if division.code == row.code { return 0.3 }
        return DivisionName.normalise(division.name) == DivisionName.normalise(row.name) ? 0.5 : 0.6
    }

    /// Listed again under the code and name under which it was retired.
    mutating func matchRetired() {
        eachOpenRow { matcher, row in
            guard let division = matcher.territory.node(DivisionID(rawValue: row.code.rawValue)), division.isRetired,
                division.code == row.code, division.name == row.name
            else { return false }
            matcher.match(row, division, .listedAgain)
            return true
        }
    }
}
