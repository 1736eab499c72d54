/// What the figures count (DOMAIN F-14); raw values are stored in the counter rows and never change.
package enum Indicator: Int, CaseIterable, Sendable {
    case personsRegistered = 1
    case arrivalsRegistered = 2
    case keyAreaArrivals = 3
    case observationsStarted = 4
    case observationsReleased = 5
    case observationsEndedOtherwise = 6
    case dayRecords = 7
    case feversReported = 8
    case slotsMissed = 9
    case breachesReported = 10
    case leadsReceived = 11
    case leadsResolved = 12
    case observationsOpened = 13
    /// Calls at doors and on the phone within campaigns.
    case canvassVisits = 15
    /// A member of a team on its tour of one day in one committee, counted from the visits.
    case canvassPersonTimes = 16
    /// Units that confirmed having been informed, once a campaign.
    case unitsInformed = 17
    /// Everybody asked and measured at a post, once a passing.
    case gatePassings = 18
    case gateStops = 19
    case ordersReported = 21
    case ordersClosed = 22
    case arrivalsAwaitingConfirmation = 30
    case observationsPreparing = 31
    case observationsActive = 32
    case feversOpen = 33
    case tasksOpen = 34
    case leadsOpen = 35
    case dwellings = 36
    case premises = 37
    /// Places for which nobody answers: in no piece.
    case placesUncovered = 38
    case coveragePieces = 39
    case coveragePiecesUnowned = 40
    /// Dwellings of which somebody has said whether anybody lives there.
    case householdsKnown = 41
    case householdsAway = 42
    case householdsVacant = 43
    case householdsLet = 44
    /// Places on the lists of open campaigns that are neither done nor explained.
    case canvassTargetsOpen = 50
    case ordersOpen = 52

    /// Whether it counts events, which have a day, or says how many there are now.
    package var isGauge: Bool { rawValue >= 30 }

    /// The stable name in the API.
    package var name: String { String(describing: self) }

    package var words: Words {
        switch self {
        case .personsRegistered: Words("登记人数", "Persons registered")
        case .arrivalsRegistered: Words("来沪返沪登记", "Arrivals registered")
        case .keyAreaArrivals: Words("重点地区来沪", "From key areas")
        case .observationsOpened: Words("拟观察人数", "Observations opened")
        case .observationsStarted: Words("开始观察", "Observations started")
        case .observationsReleased: Words("解除观察", "Released")
        case .observationsEndedOtherwise: Words("转运或其他终止", "Transferred or ended otherwise")
        case .dayRecords: Words("体温登记", "Temperature records")
        case .feversReported: Words("发热报告", "Fevers reported")
        case .slotsMissed: Words("漏报次数", "Slots missed")
        case .breachesReported: Words("违反观察", "Breaches")
        case .leadsReceived: Words("收到线索", "Leads received")
        case .leadsResolved: Words("核实线索", "Leads resolved")
        case .canvassVisits: Words("排摸走访", "Canvass visits")
        case .canvassPersonTimes: Words("排摸人次", "Canvass person-times")
        case .unitsInformed: Words("已告知户（单位）", "Units informed")
        case .gatePassings: Words("门岗登记人次", "Gate passings")
        case .gateStops: Words("门岗劝返人次", "Stopped at gates")
        case .arrivalsAwaitingConfirmation: Words("待核实登记", "Awaiting confirmation")
        case .observationsPreparing: Words("观察准备中", "Being prepared")
        case .observationsActive: Words("正在观察", "Under observation")
        case .feversOpen: Words("发热待处置", "Fevers open")
        case .tasksOpen: Words("待办任务", "Open tasks")
        case .leadsOpen: Words("待核线索", "Open leads")
        case .dwellings: Words("住户户数", "Dwellings")
        case .premises: Words("场所数", "Premises")
        case .placesUncovered: Words("未划入包干", "Places covered by nobody")
        case .coveragePieces: Words("包干块", "Coverage pieces")
        case .coveragePiecesUnowned: Words("无责任人包干块", "Pieces without an owner")
        case .householdsKnown: Words("已知在住情况", "Households known")
        case .householdsAway: Words("外出未返户", "Households away")
        case .householdsVacant: Words("空关户", "Vacant dwellings")
        case .householdsLet: Words("出租户", "Dwellings let")
        case .canvassTargetsOpen: Words("排摸未完成", "Canvass targets open")
        case .ordersReported: Words("上报工单", "Orders reported")
        case .ordersClosed: Words("办结工单", "Orders closed")
        case .ordersOpen: Words("在办工单", "Orders open")
        }
    }
}

/// A change of one figure in one committee, made in the transaction of the fact it counts.
package struct CounterDelta: Hashable, Sendable {
    package let committee: DivisionID
    package let indicator: Indicator
    package let day: CivilDate
    package let change: Int

    package init(_ committee: DivisionID, _ indicator: Indicator, on day: CivilDate, by change: Int = 1) {
        self.committee = committee
        self.indicator = indicator
        self.day = day
        self.change = change
    }
}
