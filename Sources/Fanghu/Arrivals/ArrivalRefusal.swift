/// Why a registration cannot be taken as it is, or an arrival not be moved on.
package enum ArrivalRefusal: Refusal, Equatable {
    case fieldMissing(RegistrationField)
    case noSuchDay(RegistrationField)
    case identifier(RegistrationField, IdentifierRefusal)
    case tooLong(RegistrationField, limit: Int)
    case noSuchDivision(RegistrationField)
    case departedAfterArrival
    case arrivesTooFarAhead(days: Int)
    case stopWithoutPlace(Int)
    case stopWithoutDays(Int)
    case stopAfterArrival(Int)
    case tooManyStops(Int)
    case contactInFuture
    case guardianNeeded
    case noticeOutdated
    case notArrived
    case alreadyArrived
    case alreadyRegistered
    case notRegistered
    case notClassified
    case alreadyDisposed
    case observationMissing
    case closed
    case noFever

    package var kind: RefusalKind {
        switch self {
        case .fieldMissing, .noSuchDay, .identifier, .tooLong, .noSuchDivision, .departedAfterArrival,
            .arrivesTooFarAhead, .stopWithoutPlace, .stopWithoutDays, .stopAfterArrival, .tooManyStops,
            .contactInFuture, .guardianNeeded:
            .invalid
        case .noticeOutdated, .notArrived, .alreadyArrived, .alreadyRegistered, .notRegistered, .notClassified,
            .alreadyDisposed, .observationMissing, .closed, .noFever:
            .conflict
        }
    }

    package var field: String? {
        switch self {
        case .fieldMissing(let field), .noSuchDay(let field), .identifier(let field, _), .tooLong(let field, _),
            .noSuchDivision(let field):
            field.rawValue
        case .departedAfterArrival: RegistrationField.departedOn.rawValue
        case .arrivesTooFarAhead: RegistrationField.arrivedOn.rawValue
        case .stopWithoutPlace(let index), .stopWithoutDays(let index), .stopAfterArrival(let index):
            "\(RegistrationField.itinerary.rawValue)[\(index)]"
        case .tooManyStops: RegistrationField.itinerary.rawValue
        case .contactInFuture: RegistrationField.contactHistory.rawValue
        case .guardianNeeded: RegistrationField.relation.rawValue
        case .noticeOutdated: RegistrationField.declaration.rawValue
        case .notArrived, .alreadyArrived, .alreadyRegistered, .notRegistered, .notClassified, .alreadyDisposed,
            .observationMissing, .closed, .noFever:
            nil
        }
    }
}
