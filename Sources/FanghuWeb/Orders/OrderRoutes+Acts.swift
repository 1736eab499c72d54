import Fanghu
import Hummingbird

// One order: what can be done with it now, and doing it.

extension OrderRoutes {
    @Sendable func order(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        try await pages.response(page(FormView(), visit), to: request, visit)
    }

    @Sendable func act(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: WorkOrderID.self)
        guard let kind = OrderAct.Kind(rawValue: try visit.value(of: "act", as: String.self)) else {
            throw EdgeRefusal.nothingHere
        }
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            let step = OrderStepID(form.raw("step")) ?? context.newID()
            let done = try await service.perform(
                act(kind, form),
                on: id,
                step: step,
                note: form.text("note"),
                by: actor
            )
            return pages.seeOther(OrderAddress.order(.of(done.id)), saying: "orders.done")
        }
    }

    @Sendable func showCaller(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let actor = try visit.signedIn().actor
        let id = try visit.value(of: "id", as: WorkOrderID.self)
        let form = try await request.form(visit)
        return try await pages.answer(form, to: request, visit) {
            try await page($0, visit)
        } act: {
            let caller = try await service.showCaller(of: id, reason: form.text("note"), for: actor)
            return try await pages.response(page(FormView(), visit, caller: caller), to: request, visit)
        }
    }

    private func act(_ kind: OrderAct.Kind, _ form: FormValues) throws -> OrderAct {
        switch kind {
        case .preCheck: return .preCheck
        case .accept: return .accept
        case .decline: return .decline
        case .markDuplicate: return .markDuplicate(of: try form.required("duplicateOf", as: WorkOrderID.self))
        case .file:
            let code = form.text("class")
            guard let found = service.catalogue[code] else { throw OrderRefusal.unknownClass }
            return .file(
                code: code,
                urgency: try form.optional("urgency", as: OrderClass.Urgency.self) ?? found.urgency
            )
        case .dispatch: return .dispatch(to: try form.optional("owner", as: AccountID.self))
        case .acknowledge: return .acknowledge
        case .sendBack: return .sendBack
        case .begin: return .begin
        case .contactCaller: return .contactCaller
        case .askExtension: return .askExtension
        case .extend: return .extend
        case .suspend:
            let day = try form.required("until", as: CivilDate.self)
            return .suspend(until: day.instant(minuteOfDay: 9 * 60))
        case .resume: return .resume
        case .finish: return .finish(try form.required("part", as: DutyTask.Kind.self))
        case .beginVerifying: return .beginVerifying
        case .pass: return .pass
        case .fail: return .fail(redo: Set(form.all("redo").compactMap { DutyTask.Kind(rawValue: $0) }))
        case .reopen: return .reopen
        case .urge: return .urge
        case .supervise: return .supervise
        case .callBack:
            let satisfied = form.raw("satisfied")
            return .callBack(
                isSolved: form.raw("solved") == "yes",
                isSatisfied: satisfied.isEmpty ? nil : satisfied == "yes"
            )
        }
    }

    private func page(
        _ view: FormView,
        _ visit: FanghuRequestContext,
        caller: OrderCaller? = nil
    ) async throws -> OrderPage {
        let visitor = try visit.signedIn()
        let file = try await service.file(visit.value(of: "id", as: WorkOrderID.self), for: visitor.actor)
        let remarks: [OrderAct.Kind] = file.order.state.isOver ? [] : [.contactCaller, .supervise]
        let acts = (file.acts(for: visitor.account) + remarks).filter { visitor.may($0.permission) }
        let mayDispatch = acts.contains(.dispatch)
        let candidates =
            mayDispatch ? try await service.candidates(in: file.order.committee, for: visitor.actor) : []
        var people: [AccountID?] = candidates
        people += file.steps.flatMap { [$0.account, $0.owner] }
        people += file.tasks.map(\.owner) + [file.order.owner]
        return OrderPage(
            view,
            file,
            acts: acts,
            candidates: candidates,
            caller: caller,
            OrderPage.Surroundings(
                names: try await accounts.names(of: people.compactMap(\.self)),
                catalogue: service.catalogue,
                territory: territory(),
                maySeeCaller: visitor.may(.dispatchOrders) && file.hasCaller,
                step: context.newID(),
                now: context.now
            )
        )
    }
}

extension DutyTask.Kind: FormValue {
    package init?(formText: String) { self.init(rawValue: formText) }
}
