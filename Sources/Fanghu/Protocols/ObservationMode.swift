/// How somebody is observed (DOMAIN §2.3).
package enum ObservationMode: String, CaseIterable, Codable, Sendable {
    case home
    case central
    case homeMonitoring
    case selfMonitoring
    case communityManagement

    /// Whether a home must be looked at and a commitment signed before it can begin.
    package var needsHome: Bool {
        switch self {
        case .home, .communityManagement: true
        case .central, .homeMonitoring, .selfMonitoring: false
        }
    }

    package var words: Words {
        switch self {
        case .home: Words("居家隔离观察", "home observation")
        case .central: Words("集中隔离观察", "central observation")
        case .homeMonitoring: Words("居家健康监测", "home monitoring")
        case .selfMonitoring: Words("自我健康监测", "self-monitoring")
        case .communityManagement: Words("社区健康管理", "community health management")
        }
    }
}

/// What is to be done with an arrival (DOMAIN §6.1).
package enum Disposition: String, CaseIterable, Codable, Sendable {
    case noMeasure
    case selfMonitoring
    case homeObservation
    case centralObservation
    case sentToFeverClinic
    case advisedReturn

    package var words: Words {
        switch self {
        case .noMeasure: Words("无需采取措施", "no measure")
        case .selfMonitoring: Words("自我健康监测", "self-monitoring")
        case .homeObservation: Words("居家隔离观察", "home observation")
        case .centralObservation: Words("集中隔离观察", "central observation")
        case .sentToFeverClinic: Words("转发热门诊", "sent to a fever clinic")
        case .advisedReturn: Words("建议暂缓来沪", "advised not to come yet")
        }
    }
}

/// The colour of a health code.
package enum CodeColour: String, CaseIterable, Codable, Sendable {
    case green
    case yellow
    case red

    package var words: Words {
        switch self {
        case .green: Words("绿码", "green")
        case .yellow: Words("黄码", "yellow")
        case .red: Words("红码", "red")
        }
    }
}
