import Fanghu

/// A member of staff of the demonstration.
struct DemoSeat: Sendable {
    let name: String
    let displayName: String
    let role: Role
    let place: DivisionID
}

/// Who works in the demonstration: every role once, and a worker in every committee.
struct DemoCast: Sendable {
    /// Known to everybody; a demonstration holds nobody's data.
    static let password = "fanghu-demo-2020"

    let seats: [DemoSeat]

    /// - Parameters:
    ///   - path: the divisions from the province down to the township.
    init(path: [Division], committees: [Division]) {
        let township = path.last?.id
        let district = path.last { $0.level == .district }?.id ?? path.first?.id
        var seats: [(String, Role, DivisionID?)] = [
            ("office", .preventionOffice, township), ("doctor", .communityDoctor, township),
            ("dispatcher", .dispatcher, township), ("district", .districtCommand, district),
            ("health", .healthCommission, path.first?.id), ("admin", .systemAdministrator, path.first?.id),
            ("security", .securityAdministrator, path.first?.id), ("auditor", .auditor, path.first?.id),
        ]
        for (index, committee) in committees.enumerated() {
            seats.append((index == 0 ? "worker" : "worker\(index + 1)", .communityWorker, committee.id))
        }
        seats += [
            ("director", .director, committees.first?.id), ("secretary", .secretary, committees.first?.id),
            ("secretary2", .secondSecretary, committees.first?.id), ("area", .areaHead, committees.first?.id),
            ("building", .buildingHead, committees.first?.id), ("volunteer", .volunteer, committees.first?.id),
            ("police", .communityPolice, committees.first?.id), ("gate", .gateKeeper, committees.first?.id),
        ]
        self.seats = seats.enumerated()
            .compactMap { index, seat in
                seat.2.map { place in
                    DemoSeat(
                        name: seat.0,
                        displayName: DemoPersona(900_000 + index).name,
                        role: seat.1,
                        place: place
                    )
                }
            }
    }

    func seat(_ role: Role, at place: DivisionID) -> DemoSeat? {
        seats.first { $0.role == role && $0.place == place }
    }
}
