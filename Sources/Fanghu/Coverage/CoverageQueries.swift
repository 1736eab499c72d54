package import Store

/// The statements of areas, pieces, what lies in them and who answers for them.
enum CoverageQueries {
    /// Nothing returned means that the committee has an area of that name.
    static func insert(_ area: CoverageArea, at instant: Instant) -> SQL {
        """
        INSERT INTO coverage_area (committee, id, name, created_at)
        VALUES (\(area.committee), \(area.id), \(area.name), \(instant))
        ON CONFLICT (committee, name) DO NOTHING RETURNING id
        """
    }

    /// Nothing returned means that the committee has a piece of that name.
    static func insert(_ piece: CoveragePiece) -> SQL {
        """
        INSERT INTO coverage_piece (committee, id, scheme, name, area, created_at, ended_at)
        VALUES (\(piece.committee), \(piece.id), \(piece.scheme.rawValue), \(piece.name), \(piece.area),
            \(piece.createdAt), NULL)
        ON CONFLICT (committee, name) WHERE ended_at IS NULL DO NOTHING RETURNING id
        """
    }

    /// One piece, for acts; `coverage_piece_by_id` serves it.
    static func piece(_ id: CoveragePieceID, in scope: Scope) -> SQL {
        "SELECT \(CoveragePiece.columns) FROM coverage_piece WHERE id = \(id) AND \(scope)"
    }

    static func area(_ id: CoverageAreaID, in scope: Scope) -> SQL {
        "SELECT committee, id, name FROM coverage_area WHERE id = \(id) AND \(scope)"
    }

    /// The areas of a territory, by committee and id: about fifteen a committee.
    static func areas(in scope: Scope) -> SQL {
        "SELECT committee, id, name FROM coverage_area WHERE \(scope) ORDER BY committee, name LIMIT 5000"
    }

    /// The pieces of an area; the primary key of the committee serves it, about a hundred rows.
    static func pieces(of area: CoverageAreaID, in committee: DivisionID) -> SQL {
        """
        SELECT \(CoveragePiece.columns) FROM coverage_piece
        WHERE committee = \(committee) AND area = \(area) AND ended_at IS NULL ORDER BY name, id
        """
    }

    /// Ends a piece that has been merged; no row changed means that somebody was quicker.
    static func end(_ piece: CoveragePiece, at instant: Instant) -> SQL {
        """
        UPDATE coverage_piece SET ended_at = \(instant)
        WHERE committee = \(piece.committee) AND id = \(piece.id) AND ended_at IS NULL
        """
    }

    static func move(_ pieces: [CoveragePieceID], to area: CoverageAreaID?, in committee: DivisionID) -> SQL {
        "UPDATE coverage_piece SET area = \(area) WHERE committee = \(committee) AND id IN \(list: pieces)"
    }

    /// Says that places went from one piece to another; rows are (committee, piece, successor, at).
    static func insertLineage(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO coverage_lineage (committee, piece, successor, at) VALUES \(rows: rows)
        ON CONFLICT (committee, piece, successor) DO NOTHING
        """
    }

    /// Where places of a committee lie now: (place, piece); the primary key serves it.
    static func pieces(holding places: [PlaceID], in committee: DivisionID) -> SQL {
        """
        SELECT place, piece FROM coverage_place WHERE committee = \(committee) AND place IN \(list: places)
        """
    }

    /// The places of a piece; `coverage_place_by_piece` serves it, about thirty rows.
    static func places(of piece: CoveragePieceID, in committee: DivisionID) -> SQL {
        "SELECT place FROM coverage_place WHERE committee = \(committee) AND piece = \(piece) ORDER BY place"
    }

    /// Remembers for how long places lay where they lie now, before they are moved.
    static func keepPast(of places: [PlaceID], in committee: DivisionID, until instant: Instant) -> SQL {
        """
        INSERT INTO coverage_place_past (committee, place, from_at, to_at, piece)
        SELECT committee, place, since, \(instant), piece FROM coverage_place
        WHERE committee = \(committee) AND place IN \(list: places) AND since < \(instant)
        ON CONFLICT (committee, place, from_at) DO NOTHING
        """
    }

    /// Puts places into a piece, out of the one they lay in; rows are (committee, place, piece, since).
    static func put(_ rows: [[SQLValue]]) -> SQL {
        """
        INSERT INTO coverage_place (committee, place, piece, since) VALUES \(rows: rows)
        ON CONFLICT (committee, place) DO UPDATE SET piece = excluded.piece, since = excluded.since
        """
    }

    /// In which piece a place lay at an instant.
    static func piece(of place: PlaceID, in committee: DivisionID, at instant: Instant) -> SQL {
        """
        SELECT piece FROM coverage_place
        WHERE committee = \(committee) AND place = \(place) AND since <= \(instant)
        UNION ALL
        SELECT piece FROM coverage_place_past
        WHERE committee = \(committee) AND place = \(place) AND from_at <= \(instant) AND to_at > \(instant)
        """
    }

    /// Every charge there ever was of a piece or area; `coverage_charge_by_subject` serves it.
    static func charges(of subject: CoverageSubject, in committee: DivisionID) -> SQL {
        """
        SELECT id, part, account, from_at, to_at FROM coverage_charge
        WHERE committee = \(committee) AND subject = \(subject.text) ORDER BY from_at, id
        """
    }

    static func insert(_ charge: CoverageCharge, of subject: CoverageSubject, in committee: DivisionID) -> SQL {
        """
        INSERT INTO coverage_charge (committee, id, subject, part, account, from_at, to_at)
        VALUES (\(committee), \(charge.id), \(subject.text), \(charge.part.rawValue), \(charge.account),
            \(charge.from), \(charge.to))
        """
    }

    static func end(_ charge: CoverageCharge, in committee: DivisionID) -> SQL {
        """
        UPDATE coverage_charge SET to_at = \(charge.to)
        WHERE committee = \(committee) AND id = \(charge.id) AND to_at IS NULL
        """
    }

    /// The pieces that an account answers for or stands in for, or whose area it heads; about ten.
    static func pieces(of account: AccountID, at instant: Instant) -> SQL {
        """
        SELECT DISTINCT coverage_piece.committee, coverage_piece.id, coverage_piece.scheme, coverage_piece.name,
            coverage_piece.area, coverage_piece.created_at, coverage_piece.ended_at
        FROM coverage_charge JOIN coverage_piece ON coverage_piece.committee = coverage_charge.committee
            AND (coverage_charge.subject = 'piece:' || coverage_piece.id
                OR coverage_charge.subject = 'area:' || coverage_piece.area)
        WHERE coverage_charge.account = \(account) AND coverage_charge.from_at <= \(instant)
            AND (coverage_charge.to_at IS NULL OR coverage_charge.to_at > \(instant))
            AND coverage_piece.ended_at IS NULL
        ORDER BY coverage_piece.committee, coverage_piece.name, coverage_piece.id LIMIT 200
        """
    }

    /// How many charges an account has of the piece or area in which a place lies, at an instant.
    static func chargesOver(
        _ place: PlaceID,
        in committee: DivisionID,
        of account: AccountID,
        at instant: Instant
    ) -> SQL {
        """
        SELECT COUNT(*) FROM coverage_place
        JOIN coverage_piece ON coverage_piece.committee = coverage_place.committee
            AND coverage_piece.id = coverage_place.piece
        JOIN coverage_charge ON coverage_charge.committee = coverage_place.committee
            AND (coverage_charge.subject = 'piece:' || coverage_piece.id
                OR coverage_charge.subject = 'area:' || coverage_piece.area)
        WHERE coverage_place.committee = \(committee) AND coverage_place.place = \(place)
            AND coverage_charge.account = \(account) AND coverage_charge.from_at <= \(instant)
            AND (coverage_charge.to_at IS NULL OR coverage_charge.to_at > \(instant))
        """
    }

    /// The owner of the piece in which a place lies, at an instant.
    static func owner(of place: PlaceID, in committee: DivisionID, at instant: Instant) -> SQL {
        """
        SELECT coverage_charge.account FROM coverage_place
        JOIN coverage_charge ON coverage_charge.committee = coverage_place.committee
            AND coverage_charge.subject = 'piece:' || coverage_place.piece
        WHERE coverage_place.committee = \(committee) AND coverage_place.place = \(place)
            AND coverage_charge.part = 'owner' AND coverage_charge.from_at <= \(instant)
            AND (coverage_charge.to_at IS NULL OR coverage_charge.to_at > \(instant))
        """
    }

    static func piece(of place: PlaceID, in committee: DivisionID) -> SQL {
        "SELECT piece FROM coverage_place WHERE committee = \(committee) AND place = \(place)"
    }

    /// How many pieces and areas an account answers for or stands in for; `coverage_charge_by_account` serves it.
    static func chargeCount(of account: AccountID, in committee: DivisionID) -> SQL {
        """
        SELECT COUNT(*) FROM coverage_charge
        WHERE account = \(account) AND committee = \(committee) AND part = 'owner' AND to_at IS NULL
        """
    }

    /// Pieces by committee, and those without an owner, for the recount.
    static let pieceCounts: SQL = """
        SELECT committee, COUNT(*) FROM coverage_piece WHERE ended_at IS NULL GROUP BY committee ORDER BY committee
        """

    static let unownedCounts: SQL = """
        SELECT committee, COUNT(*) FROM coverage_piece
        WHERE ended_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM coverage_charge
            WHERE coverage_charge.committee = coverage_piece.committee
                AND coverage_charge.subject = 'piece:' || coverage_piece.id AND coverage_charge.part = 'owner'
                AND coverage_charge.to_at IS NULL
        )
        GROUP BY committee ORDER BY committee
        """

    static let uncoveredCounts: SQL = """
        SELECT committee, COUNT(*) FROM (
            SELECT committee, id FROM dwelling UNION ALL SELECT committee, id FROM premises
        ) AS place
        WHERE NOT EXISTS (
            SELECT 1 FROM coverage_place
            WHERE coverage_place.committee = place.committee AND coverage_place.place = place.id
        )
        GROUP BY committee ORDER BY committee
        """
}

extension CoveragePiece: RowDecodable {
    static let columns: SQL = "committee, id, scheme, name, area, created_at, ended_at"

    package init(row: Row) throws {
        guard let scheme = CoverageScheme(rawValue: try row.column(2)) else {
            throw RowFault.wrongType(2, expected: "CoverageScheme")
        }
        committee = try row.column(0)
        id = try row.column(1)
        self.scheme = scheme
        name = try row.column(3)
        area = try row.column(4)
        createdAt = try row.column(5)
        endedAt = try row.column(6)
    }
}

extension CoverageArea: RowDecodable {
    package init(row: Row) throws {
        committee = try row.column(0)
        id = try row.column(1)
        name = try row.column(2)
    }
}

extension CoverageCharge: RowDecodable {
    package init(row: Row) throws {
        guard let part = Part(rawValue: try row.column(1)) else { throw RowFault.wrongType(1, expected: "Part") }
        id = try row.column(0)
        self.part = part
        account = try row.column(2)
        from = try row.column(3)
        to = try row.column(4)
    }
}
