/// What a person does in the net (DOMAIN §2.2); raw values are stored and stand in the API.
package enum Role: String, CaseIterable, Codable, Sendable {
    case communityWorker
    case director
    case secretary
    case secondSecretary
    case areaHead
    case buildingHead
    case volunteer
    case gateKeeper
    case secondedCadre
    case communityPolice
    case communityDoctor
    case preventionOffice
    case dispatcher
    case districtCommand
    case healthCommission
    case systemAdministrator
    case securityAdministrator
    case auditor

    package var words: Words {
        switch self {
        case .communityWorker: Words("社工", "Community worker")
        case .director: Words("主任", "Director")
        case .secretary: Words("书记", "Secretary")
        case .secondSecretary: Words("第二书记", "Second secretary")
        case .areaHead: Words("片长", "Area head")
        case .buildingHead: Words("楼组长", "Building head")
        case .volunteer: Words("志愿者", "Volunteer")
        case .gateKeeper: Words("门岗", "Gatekeeper")
        case .secondedCadre: Words("下沉干部", "Seconded cadre")
        case .communityPolice: Words("社区民警", "Community police")
        case .communityDoctor: Words("社区医生", "Health-centre doctor")
        case .preventionOffice: Words("街镇防控办", "Township prevention office")
        case .dispatcher: Words("派单员", "Dispatcher")
        case .districtCommand: Words("区指挥部", "District command")
        case .healthCommission: Words("卫健委", "Health commission")
        case .systemAdministrator: Words("系统管理员", "System administrator")
        case .securityAdministrator: Words("安全管理员", "Security administrator")
        case .auditor: Words("审计员", "Auditor")
        }
    }

    /// What the role may do within its territory (R-SEC-02: default deny, so a permission not listed is refused).
    package var permissions: Set<Permission> {
        switch self {
        case .communityWorker: Role.secondedCadre.permissions.union([.importPersons, .manageCanvass])
        case .director, .secretary, .secondSecretary:
            Role.communityWorker.permissions.union([.manageRoster, .dispatchOrders])
        case .secondedCadre:
            [
                .viewFigures, .registerArrivals, .viewPersons, .showPersons, .resolveLeads, .manageObservations,
                .recordDays, .workTasks, .managePlaces, .manageCoverage, .reportCoverage, .recordHouseholds,
                .viewRoster, .keepGate, .manageGates, .reportOrders, .handleOrders, .visit,
            ]
        case .gateKeeper: [.keepGate]
        case .areaHead, .buildingHead, .volunteer:
            [.viewFigures, .recordDays, .reportCoverage, .recordHouseholds, .reportOrders, .visit]
        case .communityPolice:
            [.viewFigures, .viewPersons, .recordDays, .workTasks, .reportOrders, .handleOrders]
        case .communityDoctor:
            [
                .viewFigures, .viewPersons, .showPersons, .recordDays, .answerFevers, .release, .workTasks,
                .viewHealthDesk, .reportOrders, .handleOrders,
            ]
        case .preventionOffice:
            [
                .viewFigures, .registerArrivals, .viewPersons, .showPersons, .resolveLeads, .manageObservations,
                .workTasks, .managePlaces, .importPersons, .manageCoverage, .reportCoverage, .recordHouseholds,
                .viewRoster, .manageRoster, .keepGate, .manageGates, .reportOrders, .handleOrders, .dispatchOrders,
                .superviseOrders, .manageCanvass, .visit,
            ]
        case .dispatcher: [.viewFigures, .workTasks, .reportOrders, .handleOrders, .dispatchOrders]
        case .districtCommand: [.viewFigures, .superviseOrders]
        case .healthCommission: [.viewFigures, .viewHealthDesk]
        case .systemAdministrator: [.viewFigures, .administerTerritory, .administerProtocols]
        case .securityAdministrator: [.administerAccounts]
        case .auditor: [.readAudit]
        }
    }

    /// The three administrators of R-SEC-02, which one person never combines.
    package var isAdministrator: Bool {
        switch self {
        case .systemAdministrator, .securityAdministrator, .auditor: true
        case .communityWorker, .director, .secretary, .secondSecretary, .areaHead, .buildingHead, .volunteer,
            .gateKeeper, .secondedCadre, .communityPolice, .communityDoctor, .preventionOffice, .dispatcher,
            .districtCommand,
            .healthCommission:
            false
        }
    }
}

/// One thing a role may be allowed to do in a place.
package enum Permission: String, CaseIterable, Sendable {
    case viewFigures
    case registerArrivals
    case viewPersons
    /// See unmasked personal data, with a reason (R-PRIV-05).
    case showPersons
    case importPersons
    case resolveLeads
    case manageObservations
    case recordDays
    case answerFevers
    case release
    /// The desk of health centres: their fevers and releases, as far as other rights go; figures for who has none.
    case viewHealthDesk
    case workTasks
    case managePlaces
    /// Cut the territory into pieces, name their owners, take their reports.
    case manageCoverage
    /// Report on the pieces in one's own charge.
    case reportCoverage
    /// Say who lives in a dwelling: everywhere for the committee, in their own pieces for building heads.
    case recordHouseholds
    /// See who is first responsible, who rests, who is posted where.
    case viewRoster
    /// Plan rest, post seconded cadres, report the Party organisation's counts.
    case manageRoster
    /// Ask, register and measure at a post where one is on duty; see nothing but the verdict (R-PRIV-09).
    case keepGate
    /// Posts, their shifts and log; measures of compounds; areas on the map.
    case manageGates
    /// Tell the duty desk of something.
    case reportOrders
    /// Acknowledge, handle and verify orders.
    case handleOrders
    /// Accept, file, give and extend them.
    case dispatchOrders
    /// Urge from above, extend a second time.
    case superviseOrders
    /// Plan, open and close campaigns, make teams, say which door is whose, confirm what is left out.
    case manageCanvass
    /// Call at doors of a campaign: everywhere for the committee, in their own pieces and teams for building heads.
    case visit
    case administerTerritory
    case administerProtocols
    case administerAccounts
    case readAudit
}
