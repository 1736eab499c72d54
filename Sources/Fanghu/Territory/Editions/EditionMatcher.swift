/// Finds for each row of a list the division that it means, level by level from the top.
///
/// Sure matches first (code and name, then name within the parent), then what code and content make certain; what is
/// left over becomes a question, a new division, or a retired one. A row and a division are matched once.
struct EditionMatcher {
    let territory: Territory
    let file: EditionFile
    let proposals: [StoredProposal]
    var plan: EditionPlan

    /// The id each code of the list stands for.
    var ids: [DivisionCode: DivisionID] = [:]
    /// The parent each listed division has in the list.
    var parents: [DivisionID: DivisionID] = [:]
    /// Divisions that a row was matched with, or that wait for an answer.
    var settled: Set<DivisionID> = []
    /// Those of them that wait for the answer to an earlier question.
    var waiting: Set<DivisionID> = []
    /// What lies directly below each code of the list.
    let rowsBelow: [DivisionCode: [EditionRow]]
    /// Rows of the level in work that mean no division yet.
    var openRows: [EditionRow] = []
    /// Divisions in force of the level in work that no row means yet.
    var openDivisions: Set<DivisionID> = []
    /// Gives new divisions their ids.
    var allotter: DivisionIDAllotter

    init(_ territory: Territory, _ file: EditionFile, asOf: CivilDate, proposals: [StoredProposal]) {
        self.territory = territory
        self.file = file
        self.proposals = proposals
        plan = EditionPlan(asOf: asOf)
        allotter = DivisionIDAllotter(territory)
        rowsBelow = Dictionary(grouping: file.rows.filter { $0.parent != nil }, by: { $0.parent ?? $0.code })
    }

    mutating func run() {
        let rows = Dictionary(grouping: file.rows, by: \.level)
        let divisions = Dictionary(grouping: territory.divisions.filter { !$0.isRetired }, by: \.level)
        for level in DivisionLevel.allCases {
            openRows = rows[level] ?? []
            openDivisions = Set(divisions[level, default: []].map(\.id))
            guard !openRows.isEmpty else { continue }
            matchWaiting()
            matchSameCodeAndName()
            matchNameInParent()
            matchSameCodeElsewhere()
            matchDamagedNames()
            matchSimilarNames()
            matchChildren()
            matchRetired()
            askAboutDoubts()
            createRest()
            retireRest(level)
        }
        closeAnswered()
    }

    /// The id of the division above a row; nil at the top of the list when the tree has nothing above it either.
    func parent(of row: EditionRow) -> DivisionID? {
        row.parent.flatMap { ids[$0] ?? territory.node(code: $0)?.id }
    }

    /// Whether a row lies where a division lies; a row without a parent says nothing about it.
    func hasSameParent(_ row: EditionRow, _ division: Division) -> Bool {
        parent(of: row).map { $0 == division.parent } ?? true
    }

    /// The division of a row's code, as long as no other row means it.
    func openDivision(code: DivisionCode) -> Division? {
        territory.node(code: code).flatMap { openDivisions.contains($0.id) ? $0 : nil }
    }

    /// Takes a row for a division and notes what that changes.
    mutating func match(_ row: EditionRow, _ division: Division, _ evidence: DivisionChange.Evidence) {
        let after = Division(
            id: division.id,
            code: row.code,
            name: row.isNameDamaged ? division.name : row.name,
            parent: parent(of: row) ?? division.parent,
            isNameDamaged: row.isNameDamaged && division.isNameDamaged,
            urbanRural: row.urbanRural ?? division.urbanRural,
            validFrom: division.validFrom
        )
        settle(row, division.id, parent: after.parent)
        guard after != division else {
            plan.unchanged += 1
            return
        }
        plan.changed.append(DivisionChange(before: division, after: after.since(plan.asOf), evidence: evidence))
    }

    /// Notes that a row stands for an id, so that neither is looked at again.
    mutating func settle(_ row: EditionRow, _ id: DivisionID, parent: DivisionID?) {
        ids[row.code] = id
        if let parent { parents[id] = parent }
        settled.insert(id)
        openDivisions.remove(id)
    }

    /// Runs a step over the open rows and keeps those it leaves.
    mutating func eachOpenRow(_ step: (inout EditionMatcher, EditionRow) -> Bool) {
        var left: [EditionRow] = []
        for row in openRows where !step(&self, row) { left.append(row) }
        openRows = left
    }
}

extension Division {
    /// The same from another day on.
    fileprivate func since(_ day: CivilDate) -> Division {
        var copy = self
        copy.validFrom = day
        return copy
    }
}
