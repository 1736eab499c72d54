package import Store

/// Observations from the proposal to the release: what staff, the observed person and jobs can do.
package struct ObservationService: Sendable {
    let database: Database
    let policy: Policy
    let vault: Vault
    let owners: OwnerBook
    let protocols: @Sendable () -> ProtocolBook
    let context: Context
    let periods = PeriodReader()
    /// Told after a commit which figures changed.
    let announce: @Sendable ([CounterDelta]) -> Void

    package init(
        database: Database,
        policy: Policy,
        vault: Vault,
        owners: OwnerBook,
        protocols: @escaping @Sendable () -> ProtocolBook,
        context: Context,
        announce: @escaping @Sendable ([CounterDelta]) -> Void
    ) {
        self.database = database
        self.policy = policy
        self.vault = vault
        self.owners = owners
        self.protocols = protocols
        self.context = context
        self.announce = announce
    }
}
