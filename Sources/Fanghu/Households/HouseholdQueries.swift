import Store

/// The statements of households.
enum HouseholdQueries {
    static func household(of dwelling: PlaceID, in committee: DivisionID) -> SQL {
        """
        SELECT \(HouseholdRow.columns) FROM household WHERE committee = \(committee) AND dwelling = \(dwelling)
        """
    }

    /// Several of one committee, for imports and lists of other rooms; at most 200.
    static func households(of dwellings: [PlaceID], in committee: DivisionID) -> SQL {
        """
        SELECT \(HouseholdRow.columns) FROM household
        WHERE committee = \(committee) AND dwelling IN \(list: dwellings)
        """
    }

    /// Writes a household over the version that was read; no row changed means that somebody was quicker.
    static func put(_ values: [SQLValue], over version: Int) -> SQL {
        """
        INSERT INTO household (\(HouseholdRow.columns)) VALUES \(rows: [values])
        ON CONFLICT (committee, dwelling) DO UPDATE SET presence = excluded.presence, return_on = excluded.return_on,
            evidence = excluded.evidence, recheck_on = excluded.recheck_on, tenure = excluded.tenure,
            living = excluded.living, away = excluded.away, heard_at = excluded.heard_at,
            heard_by = excluded.heard_by, version = excluded.version, field_versions = excluded.field_versions,
            sealed = excluded.sealed
        WHERE household.version = \(version)
        """
    }

    /// Nothing returned means that a change of this id is there already.
    static func insert(_ values: [SQLValue]) -> SQL {
        """
        INSERT INTO household_change
            (committee, id, dwelling, version, at, account, role, channel, with_police, presence, digest, sealed)
        VALUES \(rows: [values]) ON CONFLICT (committee, id) DO NOTHING RETURNING id
        """
    }

    static func change(_ id: HouseholdChangeID, in committee: DivisionID) -> SQL {
        """
        SELECT \(HouseholdEvent.columns) FROM household_change WHERE committee = \(committee) AND id = \(id)
        """
    }

    /// What happened to a dwelling, newest first; `household_change_in_order` serves it.
    static func changes(of dwelling: PlaceID, in committee: DivisionID, limit: Int) -> SQL {
        """
        SELECT \(HouseholdEvent.columns) FROM household_change
        WHERE committee = \(committee) AND dwelling = \(dwelling) ORDER BY version DESC LIMIT \(limit)
        """
    }

    /// A page of dwellings with what is known of them, in the order of a walk.
    static func page(
        _ part: HouseholdPart,
        in scope: Scope,
        after key: DwellingKey,
        today: CivilDate,
        limit: Int
    ) -> SQL {
        """
        SELECT dwelling.committee, dwelling.id, dwelling.address, dwelling.sort_key,
            household.presence, household.return_on, household.recheck_on, household.tenure, household.living,
            household.away, household.heard_at, household.version
        FROM (
            SELECT committee, id, address, sort_key FROM dwelling
            WHERE \(scope, after: key.committee.rawValue, key.order, key.id, along: "sort_key")
        ) AS dwelling
        LEFT JOIN household ON household.committee = dwelling.committee AND household.dwelling = dwelling.id
        WHERE \(condition(of: part, today: today))
        ORDER BY dwelling.committee, dwelling.sort_key, dwelling.id LIMIT \(limit)
        """
    }

    /// The dwellings of a piece with what is known of them, in the order of a walk: about thirty.
    static func lines(of piece: CoveragePieceID, in committee: DivisionID) -> SQL {
        """
        SELECT dwelling.committee, dwelling.id, dwelling.address, dwelling.sort_key,
            household.presence, household.return_on, household.recheck_on, household.tenure, household.living,
            household.away, household.heard_at, household.version
        FROM coverage_place
        JOIN dwelling ON dwelling.committee = coverage_place.committee AND dwelling.id = coverage_place.place
        LEFT JOIN household ON household.committee = dwelling.committee AND household.dwelling = dwelling.id
        WHERE coverage_place.committee = \(committee) AND coverage_place.piece = \(piece)
        ORDER BY dwelling.sort_key, dwelling.id
        """
    }

    /// The parts that need no household to be missing are asked of the figures; these two are counted.
    static func count(_ part: HouseholdPart, in scope: Scope, today: CivilDate) -> SQL {
        """
        SELECT COUNT(*) FROM household WHERE \(scope) AND \(condition(of: part, today: today))
        """
    }

    private static func condition(of part: HouseholdPart, today: CivilDate) -> SQL {
        switch part {
        case .all: "1 = 1"
        case .unknown: "household.presence IS NULL"
        case .away: "household.presence = 'away'"
        case .returning: "household.presence = 'away' AND household.return_on <= \(today)"
        case .vacant: "household.presence = 'vacant'"
        case .let: "household.tenure IN ('letting', 'groupLetting')"
        }
    }

    /// Away households that were expected by a day and have no task yet; `household_returning` serves it.
    static func expectedBack(by day: CivilDate, after key: PlaceKey, limit: Int) -> SQL {
        """
        SELECT committee, dwelling FROM household
        WHERE presence = 'away' AND return_on <= \(day) AND (committee, dwelling) > (\(key.committee), \(key.id))
        ORDER BY committee, dwelling LIMIT \(limit)
        """
    }

    /// Vacant dwellings that are to be looked at again by a day; `household_recheck` serves it.
    static func recheckDue(by day: CivilDate, after key: PlaceKey, limit: Int) -> SQL {
        """
        SELECT committee, dwelling FROM household
        WHERE presence = 'vacant' AND recheck_on <= \(day) AND (committee, dwelling) > (\(key.committee), \(key.id))
        ORDER BY committee, dwelling LIMIT \(limit)
        """
    }

    static func insertNotice(_ notice: HouseholdNotice) -> SQL {
        """
        INSERT INTO household_notice (committee, id, dwelling, text_version, at, account, receipt)
        VALUES (\(notice.committee), \(notice.id), \(notice.dwelling), \(notice.textVersion), \(notice.at),
            \(notice.account), \(notice.receipt))
        ON CONFLICT (committee, id) DO NOTHING
        """
    }

    static func notices(of dwelling: PlaceID, in committee: DivisionID) -> SQL {
        """
        SELECT committee, id, dwelling, text_version, at, account, receipt FROM household_notice
        WHERE committee = \(committee) AND dwelling = \(dwelling) ORDER BY at DESC LIMIT 20
        """
    }

    /// Forgets what an import said of a dwelling of which nobody else has said anything.
    static func forget(_ dwelling: PlaceID, in committee: DivisionID) -> SQL {
        "DELETE FROM household WHERE committee = \(committee) AND dwelling = \(dwelling)"
    }

    static func forgetChanges(of dwelling: PlaceID, in committee: DivisionID) -> SQL {
        "DELETE FROM household_change WHERE committee = \(committee) AND dwelling = \(dwelling)"
    }

    // For the recount.

    static let knownCounts: SQL = "SELECT committee, COUNT(*) FROM household GROUP BY committee ORDER BY committee"

    static func counts(of presence: Presence.Kind) -> SQL {
        """
        SELECT committee, COUNT(*) FROM household WHERE presence = \(presence.rawValue)
        GROUP BY committee ORDER BY committee
        """
    }

    static let letCounts: SQL = """
        SELECT committee, COUNT(*) FROM household WHERE tenure IN ('letting', 'groupLetting')
        GROUP BY committee ORDER BY committee
        """
}
