import Fanghu
import Hummingbird

/// Campaigns over the API; the addresses stand in `CanvassAddress`.
struct CanvassAPI: Sendable {
    let service: CanvassService

    func add(to routes: Routes) {
        routes.get(CanvassAddress.api, use: list)
        routes.post(CanvassAddress.api, use: plan)
        routes.get(CanvassAddress.apiCampaign("id"), use: progress)
        routes.post(CanvassAddress.apiOpen("id"), use: open)
        routes.get(CanvassAddress.apiTargets("id"), use: targets)
        routes.post(CanvassAddress.apiVisits("id"), use: record)
        routes.post(CanvassAddress.apiClose("id"), use: close)
    }

    @Sendable func list(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let found = try await service.campaigns(
            before: request.query("before", as: CanvassCampaignID.self),
            limit: request.query("limit", as: Int.self) ?? 50,
            for: visit.signedIn().actor
        )
        return try .json(CampaignListAnswer(items: found.campaigns.map(CampaignAnswer.init), next: found.next))
    }

    @Sendable func plan(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let body = try await request.decodeStrict(CampaignBody.self, context: visit)
        let campaign = try await service.plan(body.draft, by: visit.signedIn().actor)
        return try .json(CampaignAnswer(campaign), status: .created)
    }

    @Sendable func progress(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        return try .json(CampaignProgressAnswer(await service.progress(of: id, for: visit.signedIn().actor)))
    }

    @Sendable func open(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        return try .json(CampaignAnswer(await service.open(id, by: visit.signedIn().actor)))
    }

    @Sendable func close(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let id = try visit.value(of: "id", as: CanvassCampaignID.self)
        return try .json(CampaignAnswer(await service.close(id, by: visit.signedIn().actor)))
    }

    @Sendable func targets(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let part = try request.query("state", as: CanvassPart.self) ?? .all
        let found = try await service.targets(
            of: visit.value(of: "id", as: CanvassCampaignID.self),
            CanvassFilter(states: part.states),
            after: request.query("after", as: DwellingKey.self) ?? .start,
            limit: request.query("limit", as: Int.self) ?? 100,
            for: visit.signedIn().actor
        )
        return try .json(CampaignTargetsAnswer(found))
    }

    @Sendable func record(_ request: Request, _ visit: FanghuRequestContext) async throws -> Response {
        let body = try await request.decodeStrict(CampaignVisitsBody.self, context: visit)
        let batch = CampaignVisitsAnswer(body, in: visit)
        let results = try await service.record(
            contentsOf: batch.drafts,
            of: visit.value(of: "id", as: CanvassCampaignID.self),
            by: visit.signedIn().actor
        )
        return try .json(batch.answered(results))
    }
}
