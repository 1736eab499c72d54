/// Why an act on an order is refused.
package enum OrderRefusal: Refusal, Equatable {
    case unknownOrder
    case unknownClass
    /// The act does not belong to the state it is in.
    case notNow(OrderAct.Kind, OrderState)
    case noteMissing
    case summaryMissing
    case textTooLong(Int)
    /// Only who has the order does this.
    case notYours
    /// I-9: nobody verifies what they handled.
    case ownWork
    /// I-9: some of the parts are not done.
    case partsOpen([DutyTask.Kind])
    case noSuchPart
    /// I-11: approved too late to count.
    case limitPassed
    case noExtensionAsked
    /// Whoever asked cannot approve.
    case ownRequest
    case extendedEnough
    case untilPast
    case duplicateOfItself
    case unknownPlace
    case urgedJustNow
    case unfitOwner

    package var code: String {
        switch self {
        case .unknownOrder: "order.unknown"
        case .unknownClass: "order.unknownClass"
        case .notNow: "order.notNow"
        case .noteMissing: "order.noteMissing"
        case .summaryMissing: "order.summaryMissing"
        case .textTooLong: "order.textTooLong"
        case .notYours: "order.notYours"
        case .ownWork: "order.ownWork"
        case .partsOpen: "order.partsOpen"
        case .noSuchPart: "order.noSuchPart"
        case .limitPassed: "order.limitPassed"
        case .noExtensionAsked: "order.noExtensionAsked"
        case .ownRequest: "order.ownRequest"
        case .extendedEnough: "order.extendedEnough"
        case .untilPast: "order.untilPast"
        case .duplicateOfItself: "order.duplicateOfItself"
        case .unknownPlace: "order.unknownPlace"
        case .urgedJustNow: "order.urgedJustNow"
        case .unfitOwner: "order.unfitOwner"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownOrder: .absent
        case .notYours, .ownWork, .ownRequest: .forbidden
        case .notNow, .partsOpen, .limitPassed, .noExtensionAsked, .extendedEnough, .urgedJustNow: .conflict
        case .unknownClass, .noteMissing, .summaryMissing, .textTooLong, .noSuchPart, .untilPast, .duplicateOfItself,
            .unknownPlace, .unfitOwner:
            .invalid
        }
    }

    package var field: String? {
        switch self {
        case .unknownClass: "class"
        case .noteMissing, .textTooLong: "note"
        case .summaryMissing: "summary"
        case .untilPast: "until"
        case .unknownPlace: "place"
        case .duplicateOfItself: "duplicateOf"
        case .unfitOwner: "owner"
        case .unknownOrder, .notNow, .notYours, .ownWork, .partsOpen, .noSuchPart, .limitPassed, .noExtensionAsked,
            .ownRequest, .extendedEnough, .urgedJustNow:
            nil
        }
    }
}
