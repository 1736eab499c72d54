/// Why a campaign or a visit stays as it is.
package enum CanvassRefusal: Refusal, Equatable {
    case unknownCampaign
    case unknownTeam
    case unknownArea
    case unknownTarget
    case unknownExplanation
    case titleMissing
    case kindsMissing
    case daysWrong(Int)
    case areasWrong(Int)
    case nameMissing
    case nameTaken
    case headsWrong(Int)
    case memberUnfit
    case teamEmpty
    /// The state does not allow it: opened twice, visited before the opening or after the end.
    case notPlanned
    case notOpen
    case nothingToVisit
    case nothingSelected
    case nothingAssigned
    /// Nothing is left out: so many are neither done nor explained.
    case stillOpen(Int)
    case timeWrong
    case textTooLong(Int)
    case receiptWithoutAnybody
    case dwellingsOnly
    case evidenceMissing
    case originMissing
    case channelWrong
    case notOfTeam
    case nobodyPresent
    case notYours
    case idTaken
    case batchTooLarge(Int)
    case markerNotWanted
    case markerThere
    case noMarker
    case reasonMissing
    case settledAlready
    case explainedAlready
    /// Two persons stand for leaving a unit out.
    case secondPersonNeeded

    package var code: String {
        // A case's name is its reason; values are no part of it.
        let name = String(describing: self).prefix { $0 != "(" }
        return "canvass.\(name)"
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownCampaign, .unknownTeam, .unknownArea, .unknownTarget, .unknownExplanation: .absent
        case .titleMissing, .kindsMissing, .daysWrong, .areasWrong, .nameMissing, .headsWrong, .memberUnfit,
            .teamEmpty, .nothingSelected, .nothingAssigned, .timeWrong, .textTooLong, .receiptWithoutAnybody,
            .dwellingsOnly, .evidenceMissing, .originMissing, .channelWrong, .notOfTeam, .nobodyPresent,
            .batchTooLarge, .reasonMissing:
            .invalid
        case .nameTaken, .notPlanned, .notOpen, .nothingToVisit, .stillOpen, .idTaken, .markerNotWanted, .markerThere,
            .noMarker, .settledAlready, .explainedAlready:
            .conflict
        case .notYours, .secondPersonNeeded: .forbidden
        }
    }

    package var field: String? {
        switch self {
        case .titleMissing: "title"
        case .kindsMissing, .dwellingsOnly: "kinds"
        case .daysWrong: "to"
        case .areasWrong: "areas"
        case .nameMissing, .nameTaken: "name"
        case .headsWrong: "heads"
        case .memberUnfit, .teamEmpty: "members"
        case .unknownTeam, .nothingAssigned: "team"
        case .unknownArea: "area"
        case .nothingSelected: "street"
        case .timeWrong: "at"
        case .receiptWithoutAnybody: "receipt"
        case .evidenceMissing: "evidence"
        case .originMissing: "origin"
        case .channelWrong: "channel"
        case .notOfTeam, .nobodyPresent: "helpers"
        case .reasonMissing: "reason"
        case .unknownCampaign, .unknownTarget, .unknownExplanation, .notPlanned, .notOpen, .nothingToVisit,
            .stillOpen, .textTooLong, .notYours, .idTaken, .batchTooLarge, .markerNotWanted, .markerThere, .noMarker,
            .settledAlready, .explainedAlready, .secondPersonNeeded:
            nil
        }
    }
}
