import Store

extension CoverageService {
    /// Gives open tasks to the successor of an owner; answers how many.
    ///
    /// All of them where the owner answers for nothing of the committee any more, otherwise those about what is handed
    /// over. Who may not work tasks is given none by somebody who may: they would stay open unseen.
    func moveTasks(
        of subject: CoverageSubject,
        from before: AccountID?,
        to account: AccountID,
        _ authority: Authority,
        _ committee: DivisionID,
        on connection: any Connection
    ) throws -> Int {
        guard let before,
            CoverageCharges.canTakeWork(
                from: try owners.roles(of: before, at: committee, on: authority.instant, connection),
                to: try owners.roles(of: account, at: committee, on: authority.instant, connection)
            )
        else { return 0 }
        let kept = try connection.value(CoverageQueries.chargeCount(of: before, in: committee), as: Int.self) ?? 0
        guard kept > 0 else {
            return try DutyTasks.reassign(from: before, to: account, in: committee, on: connection)
        }
        let pieces: [CoveragePieceID]
        switch subject {
        case .piece(let id): pieces = [id]
        case .area(let id):
            pieces = try connection.all(CoverageQueries.pieces(of: id, in: committee), as: CoveragePiece.self).map(\.id)
        }
        let doors = try pieces.flatMap { piece -> [PlaceID] in
            try connection.rows(CoverageQueries.places(of: piece, in: committee)).map { try $0.column(0) }
        }
        return try DutyTasks.reassign(
            on: pieces.map(DutyTask.Subject.piece) + doors.map(DutyTask.Subject.dwelling),
            from: before,
            to: account,
            in: committee,
            on: connection
        )
    }
}

extension CoverageCharges {
    /// Whether work can go from holders of some roles to holders of others.
    package static func canTakeWork(from before: [Role], to after: [Role]) -> Bool {
        let mayWork = { (roles: [Role]) in roles.contains { $0.permissions.contains(.workTasks) } }
        return mayWork(after) || !mayWork(before)
    }
}
