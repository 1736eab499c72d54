package import Fanghu
import Hummingbird

/// Orders at the desk.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/orders?show=&class=&after=` | GET | handleOrders | the board |
/// | `/desk/orders/new?committee=&say=` | GET | reportOrders | tell the duty desk, or dispatch during the call |
/// | `/desk/orders/new` | POST | reportOrders | the same, sent |
/// | `/desk/orders/hand-on` | GET | dispatchOrders | who has how many; whose to give on |
/// | `/desk/orders/hand-on` | POST | dispatchOrders | look at it first, then give them on |
/// | `/desk/orders/batches/{id}` | GET | dispatchOrders | what was given on |
/// | `/desk/orders/batches/{id}/undo` | POST | dispatchOrders | take it back |
/// | `/desk/orders/{id}` | GET | handleOrders | one order: what to do next, who did what |
/// | `/desk/orders/{id}/caller` | POST | dispatchOrders | who called, for a reason |
/// | `/desk/orders/{id}/{act}` | POST | as the act demands | do one thing with it |
package enum OrderAddress: Address {
    case board
    case new
    case handOn
    case batch(Slot<OrderBatchID>)
    case undo(Slot<OrderBatchID>)
    case order(Slot<WorkOrderID>)
    case caller(Slot<WorkOrderID>)
    case act(Slot<WorkOrderID>, Slot<String>)

    package static let all: [OrderAddress] = [
        .board, .new, .handOn, .batch("id"), .undo("id"), .order("id"), .caller("id"), .act("id", "act"),
    ]

    package var path: String {
        switch self {
        case .board: "/desk/orders"
        case .new: "/desk/orders/new"
        case .handOn: "/desk/orders/hand-on"
        case .batch(let id): "/desk/orders/batches/\(id)"
        case .undo(let id): "/desk/orders/batches/\(id)/undo"
        case .order(let id): "/desk/orders/\(id)"
        case .caller(let id): "/desk/orders/\(id)/caller"
        case .act(let id, let act): "/desk/orders/\(id)/\(act)"
        }
    }
}
