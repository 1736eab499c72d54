/// What an order is about: how urgent, what has to be done by whom, and how its end is proved.
package struct OrderClass: Hashable, Sendable {
    /// Stable, such as `observation.breach`; stored with every order and never used for something else.
    package let code: String
    package let name: Words
    package let urgency: Urgency
    /// What has to be done, by different people at the same time; never empty.
    package let parts: [DutyTask.Kind]
    package let verification: Verification
    /// What must hold before an order is filed (立案条件, DOMAIN §2.4).
    package let filing: Words
    /// What must hold before it is closed (结案条件).
    package let closing: Words
    /// What callers say when they mean this.
    package let words: [String]

    /// How quickly; raw values are stored.
    package enum Urgency: String, CaseIterable, Codable, Sendable {
        case urgent
        case ordinary
        case complex

        package var words: Words {
            switch self {
            case .urgent: Words("紧急", "Urgent")
            case .ordinary: Words("一般", "Ordinary")
            case .complex: Words("复杂", "Complex")
            }
        }
    }

    /// Who says that an order is well handled (I-9).
    package enum Verification: String, Codable, Sendable {
        /// Somebody who did not handle it.
        case person
        /// A fact of another room, such as the doctor's note on a fever.
        case rule
    }
}

/// A stretch of an order's life that has a limit of its own (DOMAIN §6.4).
package enum OrderStage: String, CaseIterable, Codable, Sendable {
    case dispatch
    case acknowledge
    case firstContact
    case handle
    case verify
}

/// A length of time as the tables of limits give it.
package struct WorkTime: Hashable, Sendable {
    package let amount: Int
    package let unit: Unit

    package init(_ amount: Int, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    package enum Unit: String, CaseIterable, Sendable {
        case minutes
        /// 紧急工作时: round the clock.
        case urgentHours
        /// 工作时: within the hours of working days.
        case workingHours
        /// 工作日
        case workingDays
    }
}
