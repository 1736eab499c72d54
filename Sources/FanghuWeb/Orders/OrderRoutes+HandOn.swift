import Fanghu
import Hummingbird

// Everything that one person has in hand given to another: looked at first, taken back as a whole.

extension OrderRoutes {
    @Sendable func askHandOn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(handOnPage(FormView(), visit), to: request, visit)
    }

    @Sendable func handOn(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await handOnPage($0, visit)
        } act: {
            let before = try form.required("from", as: AccountID.self)
            let account = try form.required("to", as: AccountID.self)
            guard form.isTicked("confirm") else {
                let load = try await service.loads(under: nil, for: actor).first { $0.owner == before }
                let preview = (before: before, account: account, count: load?.open ?? 0)
                return try await pages.response(handOnPage(FormView(form), visit, preview), to: request, visit)
            }
            let id = OrderBatchID(form.raw("id")) ?? context.newID()
            let batch = try await service.reassign(id, from: before, to: account, by: actor)
            return pages.seeOther(OrderAddress.batch(.of(batch.id)), saying: "orders.done")
        }
    }

    @Sendable func batch(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let batch = try await service.batch(visit.value(of: "id", as: OrderBatchID.self), for: actor)
        let names = try await accounts.names(of: [batch.from, batch.to])
        return try pages.response(OrderBatchPage(batch, names), to: request, visit)
    }

    @Sendable func undo(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: OrderBatchID.self)
        let undo = try await service.undo(id, by: actor)
        return pages.seeOther(OrderAddress.batch(.of(id)), saying: undo.kept > 0 ? "orders.undoKept" : "orders.undone")
    }

    private func handOnPage(
        _ view: FormView,
        _ visit: FanghuRequestContext,
        _ preview: (before: AccountID, account: AccountID, count: Int)? = nil
    ) async throws -> OrderHandOnPage {
        let visitor = try visit.signedIn()
        let loads = try await service.loads(under: nil, for: visitor.actor)
        guard let seat = visitor.widestSeat(for: .dispatchOrders, at: context.now, in: territory()) else {
            throw AccessRefusal.notPermitted(.dispatchOrders)
        }
        let others = try await service.holders(under: seat, for: visitor.actor)
        let names = try await accounts.names(of: loads.map(\.owner) + others)
        return OrderHandOnPage(view, id: context.newID(), loads, others: others, names, preview)
    }
}

extension OrderBatchID: AddressValue {}

/// Who has how many, whose to give on, and to whom.
struct OrderHandOnPage: Page {
    static let template = "orders-hand-on"

    struct Load {
        let name: String
        let open: String
        let late: String
    }

    let form: FormView?
    let back = OrderAddress.board.path
    let action = OrderAddress.handOn.path
    let id: String
    let choices: [Choice]
    let preview: Phrase?
    let loads: [Load]

    init(
        _ view: FormView,
        id: OrderBatchID,
        _ loads: [OrderLoad],
        others: [AccountID],
        _ names: [AccountID: String],
        _ preview: (before: AccountID, account: AccountID, count: Int)?
    ) {
        form = view
        let sent = view.values.raw("id")
        self.id = sent.isEmpty ? id.text : sent
        func words(_ account: AccountID, _ count: Int? = nil) -> Words {
            let name = (names[account] ?? account.text) + (count.map { " · \($0)" } ?? "")
            return Words(name, name)
        }
        choices = [
            view.choice("from", "orders.handOnFrom", ofNames: loads.map { ($0.owner.text, words($0.owner, $0.open)) }),
            view.choice("to", "orders.handOnTo", ofNames: others.map { ($0.text, words($0)) }),
        ]
        self.preview = preview.map { preview in
            Phrase(
                "orders.willMove",
                [
                    "from": names[preview.before] ?? "—", "to": names[preview.account] ?? "—",
                    "count": Listing.grouped(preview.count),
                ]
            )
        }
        self.loads = loads.map { load in
            Load(
                name: names[load.owner] ?? "—",
                open: Listing.grouped(load.open),
                late: Listing.grouped(load.late)
            )
        }
    }
}

/// What was given on, and the button that takes it back.
struct OrderBatchPage: Page {
    static let template = "orders-batch"

    let back = OrderAddress.board.path
    let moved: Phrase
    let undo: String?

    init(_ batch: OrderBatch, _ names: [AccountID: String]) {
        moved = Phrase(
            "orders.moved",
            [
                "from": names[batch.from] ?? "—", "to": names[batch.to] ?? "—",
                "count": Listing.grouped(batch.count),
            ]
        )
        undo = batch.undoneAt == nil ? OrderAddress.undo(.of(batch.id)).path : nil
    }
}
