import Fanghu
import Hummingbird

/// The board, the operator's form and the page of an order.
struct OrderRoutes: Sendable {
    let service: OrderService
    let places: PlacesService
    let accounts: AccountNames
    let territory: @Sendable () -> Territory
    let context: Context
    let pages: PageRenderer

    private let pageLength = 50

    func add(to routes: Routes) {
        routes.get(OrderAddress.board, use: board)
        routes.get(OrderAddress.new, use: askNew)
        routes.post(OrderAddress.new, use: addNew)
        routes.get(OrderAddress.handOn, use: askHandOn)
        routes.post(OrderAddress.handOn, use: handOn)
        routes.get(OrderAddress.batch("id"), use: batch)
        routes.post(OrderAddress.undo("id"), use: undo)
        routes.get(OrderAddress.order("id"), use: order)
        routes.post(OrderAddress.caller("id"), use: showCaller)
        routes.post(OrderAddress.act("id", "act"), use: act)
        pages.addNavigation(NavigationEntry(OrderAddress.board, "orders.title", isShown: { $0.may(.handleOrders) }))
        pages.addNavigation(
            NavigationEntry(
                OrderAddress.new,
                "orders.new",
                isShown: { $0.may(.reportOrders) && !$0.may(.handleOrders) }
            )
        )
    }

    @Sendable func board(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let choice = try BoardChoice(request)
        let found = try await service.list(
            under: choice.place,
            choice.filter(at: context.now),
            after: choice.after,
            limit: pageLength + 1,
            for: actor
        )
        let shown = Array(found.prefix(pageLength))
        let page = BoardPage(
            shown,
            choice,
            tally: try await service.tally(under: choice.place, for: actor),
            details: try await service.details(of: shown, for: actor),
            names: try await accounts.names(of: shown.compactMap(\.owner)),
            hasMore: found.count > pageLength,
            mayHandOn: try visit.signedIn().may(.dispatchOrders),
            BoardPage.Surroundings(
                account: actor.account,
                catalogue: service.catalogue,
                territory: territory(),
                now: context.now
            )
        )
        return try pages.response(page, to: request, visit)
    }

    @Sendable func askNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try pages.response(newPage(FormView(), visit), to: request, visit)
    }

    @Sendable func addNew(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let visitor = try visit.signedIn()
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try newPage($0, visit)
        } act: {
            let report = try await report(form, of: visitor)
            let order = try await service.report(report, by: visitor.actor)
            guard visitor.may(.handleOrders) else {
                return pages.seeOther(OrderAddress.new, saying: "orders.reported")
            }
            let notice = order.state == .dispatched ? "orders.dispatchedNow" : "orders.reported"
            return pages.seeOther(OrderAddress.order(.of(order.id)), saying: notice)
        }
    }

    private func report(_ form: FormValues, of visitor: Visitor) async throws -> OrderReport {
        let isHotline = !(form.optionalText("callerName") ?? "").isEmpty || form.optionalText("callerPhone") != nil
        let source: OrderSource = visitor.may(.dispatchOrders) ? (isHotline ? .hotline : .desk) : .field
        var report = OrderReport(
            id: WorkOrderID(form.raw("id")) ?? context.newID(),
            committee: try form.required("committee", as: DivisionID.self),
            source: source,
            summary: form.text("summary")
        )
        report.address = form.optionalText("address")
        report.place = try await place(of: report)
        report.code = form.optionalText("class")
        report.urgency = try form.optional("urgency", as: OrderClass.Urgency.self)
        let name = form.optionalText("callerName")
        let phone = try form.optionalText("callerPhone").map { try PhoneNumber.parse($0).value.e164 }
        if name != nil || phone != nil { report.caller = OrderCaller(name: name, phone: phone) }
        report.isDispatchedNow = form.isTicked("dispatch")
        return report
    }

    /// The dwelling that the address surely means, so that whoever answers for it gets the order.
    private func place(of report: OrderReport) async throws -> PlaceID? {
        guard let address = report.address else { return nil }
        return try await places.match(address, in: report.committee)
            .first { $0.committee == report.committee && $0.confidence.isSure }?
            .dwelling?
            .id
    }

    private func newPage(_ view: FormView, _ visit: FanghuRequestContext) throws -> NewOrderPage {
        let territory = territory()
        let visitor = try visit.signedIn()
        guard let seat = visitor.widestSeat(for: .reportOrders, at: context.now, in: territory) else {
            throw AccessRefusal.notPermitted(.reportOrders)
        }
        return NewOrderPage(
            view,
            id: context.newID(),
            under: seat,
            service.catalogue,
            territory,
            mayDispatch: visitor.may(.dispatchOrders),
            mayHandle: visitor.may(.handleOrders)
        )
    }
}

extension WorkOrderID: FormValue {
    package init?(formText: String) { self.init(formText) }
}

extension OrderClass.Urgency: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
