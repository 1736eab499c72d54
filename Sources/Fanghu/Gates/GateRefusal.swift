/// Why a post, a shift or a passing is not taken.
package enum GateRefusal: Refusal, Equatable {
    case nameMissing
    case countWrong
    case hoursWrong
    case unknownPlace
    case postTaken
    case unknownPost
    case startPast
    case endBeforeStart
    case shiftTooLong
    case onDutyElsewhere
    case unfitForDuty
    case unknownShift
    case notOnDuty
    case personMissing
    case tailMissing
    case temperatureMissing
    case hostMissing
    case idTaken
    case unknownPassing
    case tooSoon(minutes: Int)
    case tooLate
    case measuredTwice
    case tooManyLookups

    package var code: String {
        switch self {
        case .nameMissing: "gates.nameMissing"
        case .countWrong: "gates.countWrong"
        case .hoursWrong: "gates.hoursWrong"
        case .unknownPlace: "gates.unknownPlace"
        case .postTaken: "gates.postTaken"
        case .unknownPost: "gates.unknownPost"
        case .startPast: "gates.startPast"
        case .endBeforeStart: "gates.endBeforeStart"
        case .shiftTooLong: "gates.shiftTooLong"
        case .onDutyElsewhere: "gates.onDutyElsewhere"
        case .unfitForDuty: "gates.unfitForDuty"
        case .unknownShift: "gates.unknownShift"
        case .notOnDuty: "gates.notOnDuty"
        case .personMissing: "gates.personMissing"
        case .tailMissing: "gates.tailMissing"
        case .temperatureMissing: "gates.temperatureMissing"
        case .hostMissing: "gates.hostMissing"
        case .idTaken: "gates.idTaken"
        case .unknownPassing: "gates.unknownPassing"
        case .tooSoon: "gates.tooSoon"
        case .tooLate: "gates.tooLate"
        case .measuredTwice: "gates.measuredTwice"
        case .tooManyLookups: "gates.tooManyLookups"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .unknownPost, .unknownShift, .unknownPassing: .absent
        case .postTaken, .onDutyElsewhere, .idTaken, .tooSoon, .tooLate, .measuredTwice: .conflict
        case .notOnDuty: .forbidden
        case .tooManyLookups: .overloaded
        case .nameMissing, .countWrong, .hoursWrong, .unknownPlace, .startPast, .endBeforeStart, .shiftTooLong,
            .unfitForDuty, .personMissing, .tailMissing, .temperatureMissing, .hostMissing:
            .invalid
        }
    }

    package var field: String? {
        switch self {
        case .nameMissing, .personMissing: "name"
        case .countWrong: "heads"
        case .hoursWrong: "opens"
        case .unknownPlace, .postTaken: "place"
        case .startPast: "from"
        case .endBeforeStart, .shiftTooLong: "to"
        case .onDutyElsewhere, .unfitForDuty: "account"
        case .tailMissing: "tail"
        case .temperatureMissing: "temperature"
        case .hostMissing: "host"
        case .unknownPost, .unknownShift, .notOnDuty, .idTaken, .unknownPassing, .tooSoon, .tooLate, .measuredTwice,
            .tooManyLookups:
            nil
        }
    }
}
