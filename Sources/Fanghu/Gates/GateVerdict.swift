/// All that a gatekeeper is told: pass, second check or stop, and a reason code (R-PRIV-09).
package struct GateVerdict: Hashable, Sendable {
    package let decision: Decision
    package let reason: Reason

    package init(_ decision: Decision, _ reason: Reason) {
        self.decision = decision
        self.reason = reason
    }

    /// What happens; raw values are stored.
    package enum Decision: String, CaseIterable, Codable, Sendable {
        case pass
        case secondCheck
        case stop

        package var words: Words {
            switch self {
            case .pass: Words("放行", "Pass")
            case .secondCheck: Words("复核", "Second check")
            case .stop: Words("劝返", "Stop")
            }
        }
    }

    /// Why; raw values are stored.
    ///
    /// Every reason but `askCommittee` follows from what the gatekeeper heard and measured, so it tells nothing new; that
    /// one stands for several facts at once and does not say which (docs/decisions/0012).
    package enum Reason: String, CaseIterable, Codable, Sendable {
        case clear
        /// Below 35.0 or above 41.0 the thermometer is doubted first.
        case measureAgain
        case feverSecondCheck
        case fever
        case symptoms
        case registerFirst
        case visitorsBarred
        case leaveAtGate
        case askCommittee

        package var words: Words {
            switch self {
            case .clear: Words("可以通行。", "They may go on.")
            case .measureAgain:
                Words("体温读数可疑，请换一支体温计再测。", "The reading is doubtful: measure again with another thermometer.")
            case .feverSecondCheck:
                Words(
                    "体温偏高，请到一旁休息 5 至 10 分钟后复测。",
                    "The temperature is high: rest for 5 to 10 minutes, then measure again."
                )
            case .fever:
                Words("复测仍偏高，请劝其前往发热门诊，不要进入。", "Still high: send them to a fever clinic, not inside.")
            case .symptoms: Words("自述有症状，请劝其就医，不要进入。", "They tell of symptoms: send them to a doctor, not inside.")
            case .registerFirst: Words("近 14 天离沪，请先扫码登记。", "Away in the last 14 days: they scan and register first.")
            case .visitorsBarred:
                Words("本小区目前谢绝访客，请住户到门口接洽。", "No visitors at present: the resident comes to the gate.")
            case .leaveAtGate: Words("快递外卖放在门口，不入内。", "Deliveries are left at the gate.")
            case .askCommittee: Words("请联系居委会核实后再放行。", "Call the committee before letting them on.")
            }
        }
    }

    /// Whether a second measurement can follow.
    package var asksForMeasurement: Bool { [.measureAgain, .feverSecondCheck].contains(reason) }
}
