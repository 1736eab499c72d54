import Fanghu

/// A campaign as a program is told of it.
struct CampaignAnswer: Encodable {
    struct Title: Encodable {
        let zh: String
        let en: String
    }

    let id: CanvassCampaignID
    let place: DivisionID
    let title: Title
    let kinds: [String]
    let from: CivilDate
    let to: CivilDate
    let wantsReceipt: Bool
    let state: CanvassCampaign.State
    /// Absent for a plan.
    let openedAt: Instant?
    let closedAt: Instant?

    init(_ campaign: CanvassCampaign) {
        id = campaign.id
        place = campaign.place
        title = Title(zh: campaign.title.chinese, en: campaign.title.english)
        kinds = campaign.kinds.sorted().map(\.rawValue)
        from = campaign.from
        to = campaign.to
        wantsReceipt = campaign.wantsReceipt
        state = campaign.state
        openedAt = campaign.openedAt
        closedAt = campaign.closedAt
    }
}

/// One page of campaigns, newest first.
struct CampaignListAnswer: Encodable {
    let items: [CampaignAnswer]
    /// For `before`; absent on the last page.
    let next: CanvassCampaignID?
}

/// How far a campaign is, in the reader's territory.
struct CampaignProgressAnswer: Encodable {
    struct Line: Encodable {
        /// The committee, the kind, or the name of area, building group or team; empty is none.
        let key: String
        let targets: Int
        let done: Int
        let explained: Int
        let open: Int
        let nobody: Int
        let refused: Int
        let receipts: Int
        let personTimes: Int

        init(_ line: CanvassProgress.Line) {
            key = line.key
            targets = line.targets
            done = line.done
            explained = line.explained
            open = line.open
            nobody = line.nobody
            refused = line.refused
            receipts = line.receipts
            personTimes = line.personTimes
        }
    }

    let campaign: CampaignAnswer
    let total: Line
    /// By `committee`, `area`, `kind`, `buildingGroup` and `team`, the most behind first.
    let by: [String: [Line]]

    init(_ progress: CanvassProgress) {
        campaign = CampaignAnswer(progress.campaign)
        total = Line(progress.total)
        by = Dictionary(uniqueKeysWithValues: progress.parts.map { ($0.part.rawValue, $0.lines.map(Line.init)) })
    }
}

/// One page of a campaign's list in the order of a walk.
struct CampaignTargetsAnswer: Encodable {
    struct Target: Encodable {
        let place: PlaceID
        let committee: DivisionID
        let kind: String
        let address: String
        /// Absent for dwellings.
        let name: String?
        let area: String?
        let team: CanvassTeamID?
        let state: CanvassTarget.State
        let marker: DoorMarker
        let informedAt: Instant?
        let visits: Int

        init(_ target: CanvassTarget) {
            place = target.place
            committee = target.committee
            kind = target.kind.rawValue
            address = target.address
            name = target.name
            area = target.area
            team = target.team
            state = target.state
            marker = target.marker
            informedAt = target.informedAt
            visits = target.visits
        }
    }

    let items: [Target]
    let total: Int
    /// For `after`; absent on the last page.
    let next: String?

    init(_ page: PlacePage<CanvassTarget, DwellingKey>) {
        items = page.places.map(Target.init)
        total = page.total
        next = page.next?.addressText
    }
}

/// What the sender of a batch is told of each visit, in the order sent.
struct CampaignVisitsAnswer {
    enum Status: String, Encodable {
        case stored
        case duplicate
        case refused
    }

    struct Item: Encodable {
        /// Absent for a record that cannot be read.
        let id: CanvassVisitID?
        let status: Status
        /// How far the target is now; absent where it was refused.
        let state: CanvassTarget.State?
        let problem: ProblemDocument?
    }

    struct Answer: Encodable {
        let results: [Item]
    }

    let drafts: [CanvassVisit.Draft]
    private let attempts: [Attempt<CampaignVisitBody>]
    private let context: FanghuRequestContext

    init(_ body: CampaignVisitsBody, in context: FanghuRequestContext) {
        attempts = body.visits
        drafts = body.visits.compactMap { attempt in
            guard case .draft(let body) = attempt else { return nil }
            return body.draft
        }
        self.context = context
    }

    /// The answers in the order in which the visits were sent.
    func answered(_ results: [Result<CanvassService.Visited, any Error>]) -> Answer {
        var remaining = results[...]
        return Answer(
            results: attempts.map { attempt in
                switch attempt {
                case .fault(let fault): return refused(nil, fault)
                case .draft(let body):
                    guard let result = remaining.popFirst() else { return refused(body.draft.id, StoreRefusal.busy) }
                    return item(body.draft.id, result)
                }
            }
        )
    }

    private func item(_ id: CanvassVisitID, _ result: Result<CanvassService.Visited, any Error>) -> Item {
        switch result {
        case .success(let visited):
            Item(
                id: id,
                status: visited.isRepeat ? .duplicate : .stored,
                state: visited.target.state,
                problem: nil
            )
        case .failure(let error): refused(id, error)
        }
    }

    private func refused(_ id: CanvassVisitID?, _ error: any Error) -> Item {
        let problem = ProblemDocument(Mishap(error), in: context.language, reference: context.reference)
        return Item(id: id, status: .refused, state: nil, problem: problem)
    }
}
