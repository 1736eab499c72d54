import Store

/// The tables of places, each keyed by committee.
enum PlacesSchema {
    static let migrations: [Migration] = [
        Migration("places-001-compounds", compounds),
        Migration("places-002-dwellings", dwellings),
        Migration("places-003-premises", premises),
        Migration("places-004-closed-compounds", ["ALTER TABLE compound ADD COLUMN closed_at BIGINT"]),
        Migration("places-005-dwelling-by-id", ["CREATE INDEX dwelling_by_id ON dwelling (id)"]),
    ]

    private static let compounds: [Migration.Statement] = [
        """
        CREATE TABLE compound (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            kind TEXT NOT NULL,
            management TEXT NOT NULL,
            address TEXT,
            longitude DOUBLE PRECISION,
            latitude DOUBLE PRECISION,
            point_flagged SMALLINT,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, name)
        ) {clustered}
        """,
        // A QR code carries the compound's id alone.
        "CREATE INDEX compound_by_id ON compound (id)",
        """
        CREATE TABLE gate (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            compound TEXT NOT NULL,
            name TEXT NOT NULL,
            is_open SMALLINT NOT NULL,
            longitude DOUBLE PRECISION,
            latitude DOUBLE PRECISION,
            point_flagged SMALLINT,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, compound, name),
            FOREIGN KEY (committee, compound) REFERENCES compound (committee, id)
        ) {clustered}
        """,
    ]

    private static let dwellings: [Migration.Statement] = [
        """
        CREATE TABLE building (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            compound TEXT,
            address_key TEXT NOT NULL,
            address TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, address_key)
        ) {clustered}
        """,
        "CREATE INDEX building_in_order ON building (committee, sort_key, id)",
        """
        CREATE TABLE entrance (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            building TEXT NOT NULL,
            name TEXT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, building, name),
            FOREIGN KEY (committee, building) REFERENCES building (committee, id)
        ) {clustered}
        """,
        """
        CREATE TABLE dwelling (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            building TEXT NOT NULL,
            compound TEXT,
            address_key TEXT NOT NULL,
            address TEXT NOT NULL,
            room TEXT NOT NULL,
            sort_key TEXT NOT NULL,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, address_key),
            FOREIGN KEY (committee, building) REFERENCES building (committee, id)
        ) {clustered}
        """,
        "CREATE INDEX dwelling_in_order ON dwelling (committee, sort_key, id)",
        "CREATE INDEX dwelling_by_building ON dwelling (committee, building, sort_key)",
    ]

    private static let premises: [Migration.Statement] = [
        """
        CREATE TABLE premises (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            address TEXT NOT NULL,
            longitude DOUBLE PRECISION,
            latitude DOUBLE PRECISION,
            point_flagged SMALLINT,
            created_at BIGINT NOT NULL,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, name, address)
        ) {clustered}
        """,
        """
        CREATE TABLE checkpoint (
            committee BIGINT NOT NULL,
            id TEXT NOT NULL,
            name TEXT NOT NULL,
            road TEXT NOT NULL,
            longitude DOUBLE PRECISION,
            latitude DOUBLE PRECISION,
            point_flagged SMALLINT,
            PRIMARY KEY (committee, id),
            UNIQUE (committee, name)
        ) {clustered}
        """,
    ]
}
