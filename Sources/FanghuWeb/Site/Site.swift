package import Fanghu
package import Foundation

/// The services that the web answers with, put together once by whoever starts the server.
package struct SiteServices: Sendable {
    package let sessions: SessionService
    package let accounts: AccountService
    package let arrivals: ArrivalsService
    package let observations: ObservationService
    package let intake: DayRecordIntake
    package let people: People
    package let peopleService: PeopleService
    package let names: AccountNames
    package let places: PlacesService
    package let divisions: TerritoryService
    package let dispatch: DispatchService
    package let orders: OrderService
    package let coverage: CoverageService
    package let households: HouseholdService
    package let canvass: CanvassService
    package let roster: RosterService
    package let ledgers: LedgerService
    package let gates: GateServices
    package let figures: FiguresService
    package let audit: AuditService
    package let feed: Feed
    package let texts: LegalTexts
    package let territory: @Sendable () -> Territory
    package let openAPI: Data
    package let context: Context

    package init(
        sessions: SessionService,
        accounts: AccountService,
        arrivals: ArrivalsService,
        observations: ObservationService,
        intake: DayRecordIntake,
        people: People,
        peopleService: PeopleService,
        names: AccountNames,
        places: PlacesService,
        divisions: TerritoryService,
        dispatch: DispatchService,
        orders: OrderService,
        coverage: CoverageService,
        households: HouseholdService,
        canvass: CanvassService,
        roster: RosterService,
        ledgers: LedgerService,
        gates: GateServices,
        figures: FiguresService,
        audit: AuditService,
        feed: Feed,
        texts: LegalTexts,
        territory: @escaping @Sendable () -> Territory,
        openAPI: Data,
        context: Context
    ) {
        self.sessions = sessions
        self.accounts = accounts
        self.arrivals = arrivals
        self.observations = observations
        self.intake = intake
        self.people = people
        self.peopleService = peopleService
        self.names = names
        self.places = places
        self.divisions = divisions
        self.dispatch = dispatch
        self.orders = orders
        self.coverage = coverage
        self.households = households
        self.canvass = canvass
        self.roster = roster
        self.ledgers = ledgers
        self.gates = gates
        self.figures = figures
        self.audit = audit
        self.feed = feed
        self.texts = texts
        self.territory = territory
        self.openAPI = openAPI
        self.context = context
    }
}

/// Hangs every room's routes into the edge.
package enum Site {
    package static func add(_ services: SiteServices, to edge: Edge) throws {
        addAPI(services, to: edge.routes)
        addHealth(services, to: edge)
        addDesk(services, to: edge)
        addCoverage(services, to: edge)
        FieldRoutes(
            households: services.households,
            coverage: services.coverage,
            context: services.context,
            pages: edge.pages,
            worker: try FieldRoutes.worker(edge.share, keeping: edge.assetPaths)
        )
        .add(to: edge.routes)
        LedgerRoutes(
            service: services.ledgers,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        HouseholdRoutes(
            service: services.households,
            texts: services.texts,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        addCanvass(services, to: edge)
        addRoster(services, to: edge)
        addGates(services, to: edge)
        addPersons(services, to: edge)
        addPlaces(services, to: edge)
        addFigures(services, to: edge)
        addAccounts(services, to: edge)
        addResidents(services, to: edge)
        addCommitments(services, to: edge)
    }

    private static func addAPI(_ services: SiteServices, to routes: Routes) {
        ContractRoutes(document: services.openAPI).add(to: routes)
        ObservationAPI(service: services.observations, intake: services.intake, acts: services.observationActs)
            .add(to: routes)
        ArrivalsAPI(service: services.arrivals).add(to: routes)
        FiguresAPI(service: services.figures).add(to: routes)
        CoverageAPI(service: services.coverage, accounts: services.names, context: services.context).add(to: routes)
        HouseholdAPI(service: services.households).add(to: routes)
        CanvassAPI(service: services.canvass).add(to: routes)
        RosterAPI(service: services.roster, accounts: services.names, context: services.context).add(to: routes)
        PersonsAPI(service: services.peopleService).add(to: routes)
        PlacesAPI(service: services.places).add(to: routes)
        OrdersAPI(service: services.orders, context: services.context).add(to: routes)
        TasksAPI(service: services.dispatch, accounts: services.names, context: services.context).add(to: routes)
    }

    private static func addDesk(_ services: SiteServices, to edge: Edge) {
        let routes = edge.routes
        let register = PersonDesk(service: services.peopleService)
        SignInRoutes(sessions: services.sessions, cookies: edge.cookies, pages: edge.pages).add(to: routes)
        DeskRoutes(
            service: services.dispatch,
            subjects: TaskSubjects(
                observations: services.observations,
                arrivals: services.arrivals,
                register: register
            ),
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
        OrderRoutes(
            service: services.orders,
            places: services.places,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
        LeadRoutes(
            service: services.arrivals,
            register: register,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
        ArrivalsDeskRoutes(
            service: services.arrivals,
            places: services.places,
            register: register,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
        ObservationDeskRoutes(
            service: services.observations,
            acts: services.observationActs,
            register: register,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
    }

    private static func addHealth(_ services: SiteServices, to edge: Edge) {
        HealthDeskRoutes(
            dispatch: services.dispatch,
            observations: services.observations,
            arrivals: services.arrivals,
            figures: services.figures,
            people: services.people,
            subjects: TaskSubjects(
                observations: services.observations,
                arrivals: services.arrivals,
                register: PersonDesk(service: services.peopleService)
            ),
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        ReleaseRoutes(
            arrivals: services.arrivals,
            observations: services.observations,
            accounts: services.names,
            territory: services.territory,
            isSecure: edge.settings.isSecure,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addCommitments(_ services: SiteServices, to edge: Edge) {
        CommitmentRoutes(
            arrivals: services.arrivals,
            observations: services.observations,
            people: services.people,
            register: PersonDesk(service: services.peopleService),
            texts: services.texts,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addCoverage(_ services: SiteServices, to edge: Edge) {
        CoverageRoutes(
            service: services.coverage,
            places: services.places,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addCanvass(_ services: SiteServices, to edge: Edge) {
        CanvassRoutes(
            service: services.canvass,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addRoster(_ services: SiteServices, to edge: Edge) {
        RosterRoutes(
            service: services.roster,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addPersons(_ services: SiteServices, to edge: Edge) {
        PersonRoutes(
            service: services.peopleService,
            history: PersonHistory(
                arrivals: services.arrivals,
                observations: services.observations,
                dispatch: services.dispatch,
                context: services.context
            ),
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        AuditRoutes(
            service: services.audit,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addPlaces(_ services: SiteServices, to edge: Edge) {
        PlacesRoutes(
            service: services.places,
            territory: services.territory,
            context: services.context,
            isSecure: edge.settings.isSecure,
            pages: edge.pages
        )
        .add(to: edge.routes)
        ProposalRoutes(service: services.divisions, territory: services.territory, pages: edge.pages)
            .add(to: edge.routes)
    }

    /// Last, for their entries stand at the end of the navigation.
    private static func addAccounts(_ services: SiteServices, to edge: Edge) {
        OwnRoutes(
            sessions: services.sessions,
            accounts: services.accounts,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        AccountRoutes(
            accounts: services.accounts,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addFigures(_ services: SiteServices, to edge: Edge) {
        let live = LiveFigures(
            service: services.figures,
            feed: services.feed,
            visitors: StaffVisitors(services.sessions),
            clock: edge.settings.pulse
        )
        FiguresRoutes(
            service: services.figures,
            live: live,
            streams: edge.live,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
    }

    private static func addResidents(_ services: SiteServices, to edge: Edge) {
        let routes = edge.routes
        ArrivalsRoutes(
            service: services.arrivals,
            places: services.places,
            texts: services.texts,
            vault: services.people.vault,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
        ObserveeRoutes(
            arrivals: services.arrivals,
            observations: services.observations,
            intake: services.intake,
            texts: services.texts,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: routes)
    }
}

extension SiteServices {
    fileprivate var observationActs: ObservationActs {
        ObservationActs(service: observations, intake: intake, people: people, texts: texts, context: context)
    }
}
