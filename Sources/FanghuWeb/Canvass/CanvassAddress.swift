package import Fanghu

/// The addresses of campaigns.
///
/// | address | method | who | what |
/// | --- | --- | --- | --- |
/// | `/desk/canvass?before=` | GET | visit | the campaigns |
/// | `/desk/canvass/add` | GET, POST | manageCanvass | plan one |
/// | `/desk/canvass/markers?under=&after=` | GET | manageCoverage | doors with a notice on them |
/// | `/desk/canvass/{id}` | GET | manageCoverage | how far it is |
/// | `/desk/canvass/{id}/open` | POST | manageCanvass | open a plan |
/// | `/desk/canvass/{id}/take-in` | POST | manageCanvass | take in what came after the opening |
/// | `/desk/canvass/{id}/targets?state=&team=&after=` | GET | visit | the list |
/// | `/desk/canvass/{id}/teams` | GET, POST | manageCanvass | make a team |
/// | `/desk/canvass/{id}/assign` | GET, POST | manageCanvass | give doors to areas and teams |
/// | `/desk/canvass/{id}/next?after=` | GET | visit | the next door |
/// | `/desk/canvass/{id}/doors/{place}` | GET, POST | visit | one door: what came of the visit |
/// | `/desk/canvass/{id}/doors/{place}/marker` | POST | visit | the notice on it |
/// | `/desk/canvass/{id}/doors/{place}/explain` | POST | visit | why it is left out |
/// | `/desk/canvass/{id}/close` | GET, POST | manageCanvass | what is open, and the end |
/// | `/desk/canvass/explanations/{id}/confirm` | POST | manageCanvass | stand for an explanation |
/// | `/api/v1/campaigns` | GET, POST | visit, manageCanvass | campaigns |
/// | `/api/v1/campaigns/{id}` | GET | manageCoverage | how far it is |
/// | `/api/v1/campaigns/{id}/open` | POST | manageCanvass | open a plan |
/// | `/api/v1/campaigns/{id}/targets?state=&after=` | GET | visit | the list |
/// | `/api/v1/campaigns/{id}/visits` | POST | visit | visits, an answer for each |
/// | `/api/v1/campaigns/{id}/close` | POST | manageCanvass | the end |
package enum CanvassAddress: Address {
    case list
    case add
    case markers
    case campaign(Slot<CanvassCampaignID>)
    case open(Slot<CanvassCampaignID>)
    case takeIn(Slot<CanvassCampaignID>)
    case targets(Slot<CanvassCampaignID>)
    case teams(Slot<CanvassCampaignID>)
    case assign(Slot<CanvassCampaignID>)
    case next(Slot<CanvassCampaignID>)
    case door(Slot<CanvassCampaignID>, Slot<PlaceID>)
    case marker(Slot<CanvassCampaignID>, Slot<PlaceID>)
    case explain(Slot<CanvassCampaignID>, Slot<PlaceID>)
    case close(Slot<CanvassCampaignID>)
    case confirm(Slot<CanvassExplanationID>)
    case api
    case apiCampaign(Slot<CanvassCampaignID>)
    case apiOpen(Slot<CanvassCampaignID>)
    case apiTargets(Slot<CanvassCampaignID>)
    case apiVisits(Slot<CanvassCampaignID>)
    case apiClose(Slot<CanvassCampaignID>)

    package static let all: [CanvassAddress] = [
        .list, .add, .markers, .campaign("id"), .open("id"), .takeIn("id"), .targets("id"), .teams("id"),
        .assign("id"), .next("id"), .door("id", "place"), .marker("id", "place"), .explain("id", "place"),
        .close("id"), .confirm("id"), .api, .apiCampaign("id"), .apiOpen("id"), .apiTargets("id"), .apiVisits("id"),
        .apiClose("id"),
    ]

    package var path: String {
        switch self {
        case .list: "/desk/canvass"
        case .add: "/desk/canvass/add"
        case .markers: "/desk/canvass/markers"
        case .campaign(let id): "/desk/canvass/\(id)"
        case .open(let id): "/desk/canvass/\(id)/open"
        case .takeIn(let id): "/desk/canvass/\(id)/take-in"
        case .targets(let id): "/desk/canvass/\(id)/targets"
        case .teams(let id): "/desk/canvass/\(id)/teams"
        case .assign(let id): "/desk/canvass/\(id)/assign"
        case .next(let id): "/desk/canvass/\(id)/next"
        case .door(let id, let place): "/desk/canvass/\(id)/doors/\(place)"
        case .marker(let id, let place): "/desk/canvass/\(id)/doors/\(place)/marker"
        case .explain(let id, let place): "/desk/canvass/\(id)/doors/\(place)/explain"
        case .close(let id): "/desk/canvass/\(id)/close"
        case .confirm(let id): "/desk/canvass/explanations/\(id)/confirm"
        case .api: "/api/v1/campaigns"
        case .apiCampaign(let id): "/api/v1/campaigns/\(id)"
        case .apiOpen(let id): "/api/v1/campaigns/\(id)/open"
        case .apiTargets(let id): "/api/v1/campaigns/\(id)/targets"
        case .apiVisits(let id): "/api/v1/campaigns/\(id)/visits"
        case .apiClose(let id): "/api/v1/campaigns/\(id)/close"
        }
    }
}

extension CanvassCampaignID: AddressValue {}
extension CanvassExplanationID: AddressValue {}
