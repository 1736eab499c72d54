import Fanghu

/// How far a campaign is, cut in every way, the most behind first.
struct CanvassProgressPage: Page {
    static let template = "canvass-progress"

    struct Part {
        let title: Words
        let lines: [Line]
    }

    struct Line {
        let name: Words
        let targets: String
        let done: String
        let explained: String
        let nobody: String
        let refused: String
        let open: String
        let receipts: String
        let personTimes: String
        let percent: String
        let isDone: Bool
    }

    /// A number of the whole campaign, and the list behind it.
    struct Fact {
        let label: Phrase
        let value: String
        let link: String?
    }

    struct Act {
        let link: String
        let label: Phrase
    }

    let form: FormView?
    let back = CanvassAddress.list.path
    let title: Words
    let place: String
    let days: String
    let kinds: [Words]
    let state: Words
    let wantsReceipt: Bool
    let facts: [Fact]
    let links: [Act]
    let parts: [Part]
    /// The next step that a form sends: open a plan.
    let open: String?
    /// Places that came after the opening, and where they are taken in.
    let takeIn: String?
    let missing: Phrase?

    init(
        _ view: FormView,
        _ progress: CanvassProgress,
        missing number: Int,
        mayManage: Bool,
        _ territory: Territory
    ) {
        let campaign = progress.campaign
        let id: Slot<CanvassCampaignID> = .of(campaign.id)
        form = view
        title = campaign.title
        place = PlaceText.short(campaign.place, in: territory)
        days = CanvassText.days(campaign)
        kinds = CanvassText.kinds(campaign.kinds)
        state = campaign.state.words
        wantsReceipt = campaign.wantsReceipt
        facts = CanvassProgressPage.facts(progress)
        parts = progress.parts.map { part, lines in
            Part(title: part.words, lines: lines.map { Line($0, part.name(of: $0.key, in: territory)) })
        }
        let isOpen = campaign.state == .open
        let walking = [
            Act(link: CanvassAddress.next(id).path, label: "canvass.next"),
            Act(link: CanvassAddress.targets(id).path, label: "canvass.targets"),
        ]
        let managing = [
            Act(link: CanvassAddress.teams(id).path, label: "canvass.teams"),
            Act(link: CanvassAddress.assign(id).path, label: "canvass.assign"),
            Act(link: CanvassAddress.close(id).path, label: "canvass.close"),
        ]
        links = (isOpen ? walking : Array(walking.dropFirst())) + (isOpen && mayManage ? managing : [])
        open = campaign.state == .planned && mayManage ? CanvassAddress.open(id).path : nil
        takeIn = number > 0 && mayManage ? CanvassAddress.takeIn(id).path : nil
        missing = number > 0 ? Phrase("canvass.missing", ["count": Listing.grouped(number)]) : nil
    }

    private static func facts(_ progress: CanvassProgress) -> [Fact] {
        let total = progress.total
        let fact = { (label: Phrase, value: Int, part: CanvassPart?) in
            let list = CanvassAddress.targets(.of(progress.campaign.id)).path
            return Fact(
                label: label,
                value: Listing.grouped(value),
                link: part.map { list + AddressText.query([("state", $0.rawValue)]) }
            )
        }
        return [
            fact("canvass.targetsShort", total.targets, .all), fact("canvass.openShort", total.open, .open),
            fact("canvass.nobody", total.nobody, .nobody), fact("canvass.refused", total.refused, .refused),
            fact("canvass.done", total.done, .done), fact("canvass.explainedShort", total.explained, .explained),
            fact("canvass.receipts", total.receipts, nil), fact("canvass.personTimes", total.personTimes, nil),
        ]
    }
}

extension CanvassProgressPage.Line {
    fileprivate init(_ line: CanvassProgress.Line, _ name: Words) {
        self.init(
            name: name,
            targets: Listing.grouped(line.targets),
            done: Listing.grouped(line.done),
            explained: Listing.grouped(line.explained),
            nobody: Listing.grouped(line.nobody),
            refused: Listing.grouped(line.refused),
            open: Listing.grouped(line.open),
            receipts: Listing.grouped(line.receipts),
            personTimes: Listing.grouped(line.personTimes),
            percent: "\(line.percent) %",
            isDone: line.open == 0
        )
    }
}

extension CanvassProgress.Part {
    /// What a line of the part is called.
    fileprivate func name(of key: String, in territory: Territory) -> Words {
        switch self {
        case .committee: CanvassText.named(DivisionID(key).map { PlaceText.name($0, in: territory) } ?? key)
        case .kind: CanvassKind(rawValue: key)?.words ?? CanvassText.named(key)
        case .area, .buildingGroup, .team: key.isEmpty ? Words("未划分", "none yet") : CanvassText.named(key)
        }
    }
}
