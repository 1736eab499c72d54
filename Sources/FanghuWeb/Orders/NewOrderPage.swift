import Fanghu

/// The operator's form: a call becomes an order in one page, with the keyboard alone.
struct NewOrderPage: Page {
    static let template = "orders-new"

    let form: FormView?
    let action = OrderAddress.new.path
    let back: String?
    let id: String
    let mayDispatch: Bool
    let summary: Field
    let committee: Choice
    let fields: [Field]
    let classes: Choice
    let urgency: Choice

    init(
        _ view: FormView,
        id: WorkOrderID,
        under: DivisionID,
        _ catalogue: OrderCatalogue,
        _ territory: Territory,
        mayDispatch: Bool,
        mayHandle: Bool
    ) {
        form = view
        back = mayHandle ? OrderAddress.board.path : nil
        let sent = view.values.raw("id")
        self.id = sent.isEmpty ? id.text : sent
        self.mayDispatch = mayDispatch
        let places = [territory.node(under)].compactMap(\.self) + territory.placesBelow(under)
        let committees = places.filter { $0.level == .committee && !$0.isVirtual }
            .map { (value: $0.id.text, name: Words($0.name, $0.name)) }
        summary = view.field("summary", "orders.summary", hint: "orders.summaryHint")
        committee = view.choice("committee", "orders.committee", ofNames: committees)
        classes = view.choice(
            "class",
            "orders.class",
            hint: "orders.classHint",
            ofNames: catalogue.classes.map { ($0.code, $0.name) },
            isOptional: true
        )
        urgency = view.choice(
            "urgency",
            "orders.urgency",
            ofNames: OrderClass.Urgency.allCases.map { ($0.rawValue, $0.words) },
            isOptional: true
        )
        let address = view.field("address", "orders.address", hint: "orders.addressHint", isOptional: true)
        fields =
            mayDispatch
            ? [
                address, view.field("callerName", "orders.callerName", kind: .name, isOptional: true),
                view.field(
                    "callerPhone",
                    "orders.callerPhone",
                    hint: "orders.callerHint",
                    kind: .telephone,
                    isOptional: true
                ),
            ] : [address]
    }
}
