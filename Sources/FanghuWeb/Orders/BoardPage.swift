import Fanghu
import Hummingbird

/// What part of the board somebody looks at.
struct BoardChoice {
    let show: Show
    let code: String?
    let place: DivisionID?
    let after: OrderKey

    enum Show: String, CaseIterable {
        case all, mine, nobody, soon, late, desk, dispatched, handling, verifying

        var words: Words {
            switch self {
            case .all: Words("全部在办", "All open")
            case .mine: Words("我的", "Mine")
            case .nobody: Words("无人负责", "Nobody's")
            case .soon: Words("一小时内到期", "Due within the hour")
            case .late: Words("已超时", "Late")
            case .desk: Words("待派遣", "To dispatch")
            case .dispatched: Words("待签收", "To acknowledge")
            case .handling: Words("处置中", "Being handled")
            case .verifying: Words("待核查", "To verify")
            }
        }
    }

    init(_ request: Request) throws {
        let text = request.query("show") ?? Show.all.rawValue
        guard let show = Show(rawValue: text) else { throw EdgeRefusal.malformedField("show") }
        self.show = show
        code = request.query("class").flatMap { $0.isEmpty ? nil : $0 }
        place = try request.query("under", as: DivisionID.self)
        after = try request.query("after", as: OrderKey.self) ?? .start
    }

    func filter(at now: Instant) -> OrderFilter {
        var filter = OrderFilter(states: states)
        filter.code = code
        filter.isOwn = show == .mine
        filter.isUnowned = show == .nobody
        if show == .late { filter.dueBefore = now }
        if show == .soon { filter.dueBefore = now.adding(hours: 1) }
        return filter
    }

    private var states: [OrderState] {
        switch show {
        case .all, .mine, .soon, .late: OrderState.open
        case .nobody: OrderState.open.filter { !$0.isAtVerifier }
        case .desk: OrderState.open.filter(\.isAtDesk)
        case .dispatched: [.dispatched]
        case .handling: [.acknowledged, .handling, .extended, .suspended, .reopened]
        case .verifying: [.handled, .verifying]
        }
    }

    func link(_ show: Show, after key: OrderKey? = nil) -> String {
        OrderAddress.board.path
            + AddressText.query([
                ("show", show == .all ? nil : show.rawValue), ("class", code), ("under", place?.text),
                ("after", key?.addressText),
            ])
    }
}

extension OrderKey: AddressValue {
    package var addressText: String { "\(dueAt.microseconds)_\(id)" }

    package init?(addressText: String) {
        let parts = addressText.split(separator: "_")
        guard parts.count == 2, let due = Int64(parts[0]), let id = WorkOrderID(parts[1]) else { return nil }
        self.init(dueAt: Instant(microseconds: due), id: id.text)
    }
}

/// The orders of a territory, what is due first on top.
struct BoardPage: Page {
    static let template = "orders-board"

    struct Surroundings {
        let account: AccountID?
        let catalogue: OrderCatalogue
        let territory: Territory
        let now: Instant
    }

    struct Tab {
        let label: Words
        let count: String
        let link: String
        let isCurrent: Bool
    }

    struct Line {
        let link: String
        let name: Words
        let isUrgent: Bool
        let summary: String?
        let place: String
        let state: Words
        let owner: String?
        let isOwn: Bool
        let isAtVerifier: Bool
        let left: Phrase
        let isLate: Bool
    }

    struct ClassOption {
        let value: String
        let label: Words
        let isChosen: Bool
    }

    let new = OrderAddress.new.path
    let action = OrderAddress.board.path
    let handOn: String?
    let show: String
    let tabs: [Tab]
    let classes: [ClassOption]
    let lines: [Line]
    let next: String?
    let first: String?

    init(
        _ orders: [WorkOrder],
        _ choice: BoardChoice,
        tally: OrderTally,
        details: [WorkOrderID: OrderDetails],
        names: [AccountID: String],
        hasMore: Bool,
        mayHandOn: Bool,
        _ around: Surroundings
    ) {
        handOn = mayHandOn ? OrderAddress.handOn.path : nil
        show = choice.show.rawValue
        tabs = BoardChoice.Show.allCases.map { show in
            Tab(
                label: show.words,
                count: tally.count(of: show).map(Listing.grouped) ?? "",
                link: choice.link(show),
                isCurrent: show == choice.show
            )
        }
        classes = around.catalogue.classes.map { item in
            ClassOption(value: item.code, label: item.name, isChosen: item.code == choice.code)
        }
        lines = orders.map { order in
            Line(
                link: OrderAddress.order(.of(order.id)).path,
                name: around.catalogue[order.code]?.name ?? Words(order.code, order.code),
                isUrgent: order.urgency == .urgent,
                summary: details[order.id].map { String($0.summary.prefix(40)) },
                place: PlaceText.name(order.committee, in: around.territory),
                state: order.state.words,
                owner: order.owner.flatMap { names[$0] },
                isOwn: order.owner != nil && order.owner == around.account,
                isAtVerifier: order.state.isAtVerifier,
                left: DeskText.left(until: order.dueAt, now: around.now),
                isLate: order.dueAt < around.now
            )
        }
        let last = hasMore ? orders.last : nil
        next = last.map { choice.link(choice.show, after: OrderKey(dueAt: $0.dueAt, id: $0.id.text)) }
        first = choice.after.id.isEmpty ? nil : choice.link(choice.show)
    }
}

extension OrderTally {
    /// What stands beside a tab; nil where it would take a count of its own.
    fileprivate func count(of show: BoardChoice.Show) -> Int? {
        func sum(_ isCounted: (OrderState) -> Bool) -> Int {
            byState.filter { isCounted($0.key) }.map(\.value).reduce(0, +)
        }
        return switch show {
        case .all: sum { _ in true }
        case .mine: nil
        case .nobody: unowned
        case .soon: soon + late
        case .late: late
        case .desk: sum(\.isAtDesk)
        case .dispatched: sum { $0 == .dispatched }
        case .handling: sum { $0.isWithHandler && $0 != .dispatched }
        case .verifying: sum(\.isAtVerifier)
        }
    }
}
