package import Fanghu
import HTTPTypes
import Hummingbird

/// The observations in the API.
///
/// | address | method | who | act |
/// | --- | --- | --- | --- |
/// | `/api/v1/observations` | GET | viewPersons | list |
/// | `/api/v1/observations/{id}` | GET | viewPersons | observation |
/// | `/api/v1/observations/{id}/day-records` | POST | recordDays | record |
/// | `/api/v1/day-records` | POST | recordDays | record a batch |
/// | `/api/v1/observations/{id}/release` | POST | release | release |
/// | `/api/v1/observations/{id}/course` | GET | viewPersons | course |
/// | `/api/v1/observations/{id}/acts/{act}` | POST | see `ObservationAct` | what the desk's buttons do |
/// | `/api/v1/observations/{id}/commitment-code` | POST | manageObservations | makeCommitmentCode |
/// | `/api/v1/releases` | POST | release | release a ticked list of up to 100, an answer each |
package enum ObservationAPIAddress: Address {
    case list
    case observation(Slot<ObservationID>)
    case dayRecords(Slot<ObservationID>)
    case dayRecordBatch
    case release(Slot<ObservationID>)
    case course(Slot<ObservationID>)
    case act(Slot<ObservationID>, Slot<String>)
    case commitmentCode(Slot<ObservationID>)
    case releases

    package static let all: [ObservationAPIAddress] = [
        .list, .observation("id"), .dayRecords("id"), .dayRecordBatch, .release("id"), .course("id"), .act("id", "act"),
        .commitmentCode("id"), .releases,
    ]

    package var path: String {
        switch self {
        case .list: "/api/v1/observations"
        case .observation(let id): "/api/v1/observations/\(id)"
        case .dayRecords(let id): "/api/v1/observations/\(id)/day-records"
        case .dayRecordBatch: "/api/v1/day-records"
        case .release(let id): "/api/v1/observations/\(id)/release"
        case .course(let id): "/api/v1/observations/\(id)/course"
        case .act(let id, let act): "/api/v1/observations/\(id)/acts/\(act)"
        case .commitmentCode(let id): "/api/v1/observations/\(id)/commitment-code"
        case .releases: "/api/v1/releases"
        }
    }
}

/// Answers the API's requests about observations.
struct ObservationAPI: Sendable {
    let service: ObservationService
    let intake: DayRecordIntake
    let acts: ObservationActs

    private var people: People { acts.people }

    func add(to routes: Routes) {
        routes.get(ObservationAPIAddress.list, use: list)
        routes.get(ObservationAPIAddress.observation("id"), use: observation)
        routes.post(ObservationAPIAddress.dayRecords("id"), use: record)
        routes.post(ObservationAPIAddress.dayRecordBatch, use: recordBatch)
        routes.post(ObservationAPIAddress.release("id"), use: release)
        routes.get(ObservationAPIAddress.course("id"), use: course)
        routes.post(ObservationAPIAddress.act("id", "act"), use: act)
        routes.post(ObservationAPIAddress.commitmentCode("id"), use: makeCommitmentCode)
        routes.post(ObservationAPIAddress.releases, use: releaseAll)
    }

    @Sendable func list(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let under = try request.query("under", as: DivisionID.self)
        let after = try request.query("after", as: ObservationKey.self) ?? .start
        let part = try request.query("part", as: ObservationPart.self) ?? .all
        let limit = try request.query("limit", as: Int.self) ?? 50
        let listing = try await service.list(under: under, part, after: after, limit: limit, for: actor)
        return try .json(ObservationListAnswer(listing))
    }

    @Sendable func observation(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let id = try context.value(of: "id", as: ObservationID.self)
        return try .json(ObservationAnswer(try await service.observation(id, for: actor)))
    }

    @Sendable func record(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let id = try context.value(of: "id", as: ObservationID.self)
        let body = try await request.decodeStrict(DayRecordBody.self, context: context)
        if let named = body.observation, named != id { throw EdgeRefusal.malformedField("observation") }
        let receipt = try await service.record(body.request(for: id), by: actor, through: intake)
        return try .json(DayRecordAnswer(receipt), status: receipt.isRepeat ? .ok : .created)
    }

    @Sendable func recordBatch(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let body = try await request.decodeStrict(DayRecordBatchBody.self, context: context)
        // Counted before anything is read into, so that what is malformed counts as well.
        guard body.records.count <= ObservationService.batchLimit else {
            throw ObservationRequestRefusal.batchTooLarge(ObservationService.batchLimit)
        }
        let batch = DayRecordBatchAnswer(body, in: context)
        let answers = try await service.record(contentsOf: batch.requests, by: actor, through: intake)
        return try .json(batch.answered(answers))
    }

    @Sendable func release(_ request: Request, _ context: FanghuRequestContext) async throws -> Response {
        let actor = try context.signedIn().actor
        let id = try context.value(of: "id", as: ObservationID.self)
        let note = try await service.release(id, describing: people.releaseDescription, by: actor)
        return try .json(ReleaseAnswer(note), status: .created)
    }
}

extension ObservationKey: AddressValue {
    package var addressText: String { text }
    package init?(addressText: String) { self.init(addressText) }
}

extension ObservationPart: AddressValue {
    package var addressText: String { rawValue }
    package init?(addressText: String) { self.init(rawValue: addressText) }
}
