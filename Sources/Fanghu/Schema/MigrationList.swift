package import Store

/// The order of all rooms' migrations; new ones go to the end, none is ever changed or moved.
package enum MigrationList {
    package static let all: [Migration] =
        FiguresSchema.migrations
        + AuditSchema.migrations
        + AccessSchema.migrations
        + DispatchSchema.migrations
        + ObservationSchema.migrations
        + ArrivalsSchema.migrations
        + TerritorySchema.migrations
        + PeopleSchema.migrations
        + PlacesSchema.migrations
        + PrivacySchema.migrations
        + ProtocolSchema.migrations
        + CommitmentCodeSchema.migrations
        + CoverageSchema.migrations
        + PendingChangeSchema.migrations
        + HouseholdSchema.migrations
        + StandInAuditSchema.migrations
        + RosterSchema.migrations
        + LedgerSchema.migrations
        + MeasureSchema.migrations
        + GateSchema.migrations
        + MapSchema.migrations
        + OrderSchema.migrations
        + CanvassSchema.migrations
}
