package import Fanghu

/// What the pages of gates, measures and the map answer with.
package struct GateServices: Sendable {
    package let gates: GateService
    package let measures: MeasureService
    package let map: MapService

    package init(gates: GateService, measures: MeasureService, map: MapService) {
        self.gates = gates
        self.measures = measures
        self.map = map
    }
}

extension Site {
    static func addGates(_ services: SiteServices, to edge: Edge) {
        GateRoutes(
            service: services.gates.gates,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        GateDeskRoutes(
            service: services.gates.gates,
            accounts: services.names,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        MeasureRoutes(
            service: services.gates.measures,
            places: services.places,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        MapRoutes(
            service: services.gates.map,
            territory: services.territory,
            context: services.context,
            pages: edge.pages
        )
        .add(to: edge.routes)
        GateAPI(service: services.gates.gates, context: services.context)
            .add(to: edge.routes)
        MeasureAPI(service: services.gates.measures).add(to: edge.routes)
    }
}
