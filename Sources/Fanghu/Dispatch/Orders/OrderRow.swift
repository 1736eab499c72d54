package import Store

// An order as its table holds it; `OrderQueries.columns` gives the order of the columns.

extension WorkOrder: RowDecodable {
    package init(row: Row) throws {
        guard let urgency = OrderClass.Urgency(rawValue: try row.column(3)),
            let state = OrderState(rawValue: try row.column(4)), let source = OrderSource(rawValue: try row.column(8))
        else { throw RowFault.wrongType(4, expected: "WorkOrder") }
        committee = try row.column(0)
        id = try row.column(1)
        code = try row.column(2)
        self.urgency = urgency
        self.state = state
        owner = try row.column(5)
        place = try row.column(6)
        subject = try (row.column(7) as String?).flatMap { DutyTask.Subject($0) }
        self.source = source
        isProvedByFact = try row.column(9, as: Int.self) == 1
        reportedAt = try row.column(10)
        dueAt = try row.column(11)
        handleBy = try row.column(12)
        acknowledgedAt = try row.column(13)
        contactedAt = try row.column(14)
        handledAt = try row.column(15)
        handledBy = try row.column(16)
        verifiedBy = try row.column(17)
        closedAt = try row.column(18)
        extensionAskedBy = try row.column(19)
        extensions = try row.column(20)
        suspendedAt = try row.column(21)
        duplicateOf = try row.column(22)
        escalatedAt = try row.column(23)
        isSolved = try (row.column(24) as Int?).map { $0 == 1 }
        isSatisfied = try (row.column(25) as Int?).map { $0 == 1 }
        version = try row.column(26)
    }

    /// The values of a new row, without what is sealed.
    var values: [SQLValue] {
        [
            committee.sqlValue, id.sqlValue, code.sqlValue, urgency.rawValue.sqlValue, state.rawValue.sqlValue,
            owner.sqlValue, place.sqlValue, (subject?.text).sqlValue, source.rawValue.sqlValue,
            (isProvedByFact ? 1 : 0).sqlValue, reportedAt.sqlValue, dueAt.sqlValue, handleBy.sqlValue,
            extensions.sqlValue, version.sqlValue,
        ]
    }
}

/// What somebody said about an order; sealed, for people are named in it.
package struct OrderDetails: Codable, Hashable, Sendable {
    package var summary: String
    package var address: String?

    package init(summary: String, address: String? = nil) {
        self.summary = summary
        self.address = address
    }

    static func place(of id: WorkOrderID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("work_order.sealed", committee: committee, id: id)
    }
}

/// Who called: shown to the duty desk alone, for a reason (R-PRIV-19, I-12).
package struct OrderCaller: Codable, Hashable, Sendable {
    package var name: String?
    package var phone: String?

    package init(name: String?, phone: String?) {
        self.name = name
        self.phone = phone
    }

    static func place(of id: WorkOrderID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("order_caller.sealed", committee: committee, id: id)
    }
}

/// One act on an order, as it was done.
package struct OrderStep: Sendable, Equatable {
    package let number: Int
    /// An act's name; those of rules are `opened`, `partDone` and `escalated`.
    package let act: String
    package let state: OrderState
    package let at: Instant
    package let account: AccountID?
    package let role: Role?
    package let standingInFor: AccountID?
    package let owner: AccountID?
    package let note: String?

    package var words: Words {
        if let kind = OrderAct.Kind(rawValue: act) { return kind.words }
        return switch act {
        case "opened": Words("系统立案派遣", "Opened and dispatched by rule")
        case "partDone": Words("任务完成", "A task was done")
        case "undo": Words("撤回批量改派", "A bulk re-dispatch was taken back")
        case "escalated": Words("超时未签收，提醒值守", "Not acknowledged in time: put before the duty desk")
        default: Words("上报", "Reported")
        }
    }

    static func place(of number: Int, of id: WorkOrderID, in committee: DivisionID) -> SealedPlace {
        SealedPlace("order_step.sealed", committee: committee, key: "\(id):\(number)")
    }
}
