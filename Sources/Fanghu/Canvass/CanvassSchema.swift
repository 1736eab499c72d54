import Store

/// Campaigns with their teams and areas, keyed by the division they cover; lists and visits, keyed by committee.
enum CanvassSchema {
    static let migrations: [Migration] = [
        Migration("canvass-001-campaigns", campaigns),
        Migration("canvass-002-targets", targets),
        Migration("canvass-003-visits", visits),
    ]

    private static let campaigns: [Migration.Statement] = [
        """
        CREATE TABLE canvass_campaign (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            title_zh TEXT NOT NULL,
            title_en TEXT NOT NULL,
            kinds TEXT NOT NULL,
            from_day INTEGER NOT NULL,
            to_day INTEGER NOT NULL,
            wants_receipt SMALLINT NOT NULL,
            state TEXT NOT NULL,
            created_by TEXT,
            created_at BIGINT NOT NULL,
            opened_at BIGINT,
            closed_at BIGINT,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        // An address carries the campaign's id alone, and a committee's rows name it without the division it covers.
        "CREATE INDEX canvass_campaign_by_id ON canvass_campaign (id)",
        // In which committees there is anything on a campaign's list: how a committee finds its township's campaign.
        """
        CREATE TABLE canvass_share (
            committee BIGINT NOT NULL,
            campaign TEXT NOT NULL,
            PRIMARY KEY (committee, campaign)
        ) {clustered}
        """,
        """
        CREATE TABLE canvass_area (
            committee BIGINT NOT NULL,
            campaign TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (committee, campaign, name)
        ) {clustered}
        """,
        """
        CREATE TABLE canvass_team (
            committee BIGINT NOT NULL,
            campaign TEXT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            heads INTEGER NOT NULL,
            PRIMARY KEY (committee, campaign, id),
            UNIQUE (committee, campaign, name)
        ) {clustered}
        """,
        """
        CREATE TABLE canvass_team_member (
            committee BIGINT NOT NULL,
            campaign TEXT NOT NULL,
            team TEXT NOT NULL,
            account TEXT NOT NULL,
            PRIMARY KEY (committee, campaign, team, account)
        ) {clustered}
        """,
        "CREATE INDEX canvass_team_member_by_account ON canvass_team_member (account, campaign)",
    ]

    private static let targets: [Migration.Statement] = [
        // `id` is the place's: a place stands on a list once.
        """
        CREATE TABLE canvass_target (
            committee BIGINT NOT NULL,
            campaign TEXT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            building TEXT,
            address TEXT NOT NULL,
            name TEXT,
            sort_key TEXT NOT NULL,
            area TEXT,
            team TEXT,
            state TEXT NOT NULL,
            marker TEXT NOT NULL,
            informed_at BIGINT,
            visits INTEGER NOT NULL,
            last_visit_at BIGINT,
            listed_at BIGINT NOT NULL,
            PRIMARY KEY (committee, campaign, id)
        ) {clustered}
        """,
        "CREATE INDEX canvass_target_in_order ON canvass_target (campaign, committee, sort_key, id)",
        "CREATE INDEX canvass_target_marked ON canvass_target (committee, sort_key, id) WHERE marker <> 'none'",
        """
        CREATE TABLE canvass_explanation (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            campaign TEXT NOT NULL,
            place TEXT NOT NULL,
            reason TEXT NOT NULL,
            at BIGINT NOT NULL,
            account TEXT,
            confirmed_at BIGINT,
            confirmed_by TEXT,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        """
        CREATE UNIQUE INDEX canvass_explanation_waiting ON canvass_explanation (committee, campaign, place)
            WHERE confirmed_at IS NULL
        """,
    ]

    private static let visits: [Migration.Statement] = [
        // The sender's id is the key: a visit that arrives twice is one. Never changed, only followed by another.
        """
        CREATE TABLE canvass_visit (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            campaign TEXT NOT NULL,
            place TEXT NOT NULL,
            outcome TEXT NOT NULL,
            channel TEXT NOT NULL,
            at BIGINT NOT NULL,
            recorded_at BIGINT NOT NULL,
            account TEXT,
            role TEXT,
            team TEXT NOT NULL,
            day INTEGER NOT NULL,
            helpers INTEGER NOT NULL,
            receipt TEXT,
            digest {bytes} NOT NULL,
            sealed {bytes} NOT NULL,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX canvass_visit_by_place ON canvass_visit (committee, campaign, place, at)",
        "CREATE INDEX canvass_visit_by_tour ON canvass_visit (committee, campaign, team, day, helpers)",
        "CREATE INDEX canvass_visit_by_account ON canvass_visit (account, campaign, recorded_at)",
        // Who of the staff was on a visit; the tour stands in the row, so that it is found by its index.
        """
        CREATE TABLE canvass_visit_member (
            committee BIGINT NOT NULL,
            visit TEXT NOT NULL,
            account TEXT NOT NULL,
            campaign TEXT NOT NULL,
            team TEXT NOT NULL,
            day INTEGER NOT NULL,
            place TEXT NOT NULL,
            PRIMARY KEY (committee, visit, account)
        ) {clustered}
        """,
        "CREATE INDEX canvass_visit_member_by_tour ON canvass_visit_member (committee, campaign, team, day, account)",
        """
        CREATE TABLE canvass_mark (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            campaign TEXT NOT NULL,
            place TEXT NOT NULL,
            event TEXT NOT NULL,
            at BIGINT NOT NULL,
            account TEXT,
            PRIMARY KEY (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX canvass_mark_by_place ON canvass_mark (committee, campaign, place, at)",
    ]
}
