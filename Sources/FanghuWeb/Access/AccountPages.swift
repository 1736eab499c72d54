import Fanghu

/// The accounts of a territory, by name.
struct AccountsPage: Page {
    static let template = "access-accounts"

    struct Row {
        let link: String
        let name: String
        let displayName: String
        let roles: [Held]
        let hasSecondFactor: Bool
        let isClosed: Bool
    }

    struct Held {
        let role: Words
        let place: String
    }

    let crumbs: [Crumb]
    let place: String
    let under: String
    let action = AccessAddress.accounts.path
    /// Where else to look; empty for a committee.
    let below: [Choice]
    let add: String
    let rows: [Row]
    let listing: Listing

    init(_ census: AccountService.Census, under: DivisionID, _ territory: Territory, isFirst: Bool, now: Instant) {
        self.under = under.text
        place = PlaceText.name(under, in: territory)
        let list = AccessAddress.accounts.path
        crumbs = territory.placesAbove(under)
            .map { division in
                let link = list + AddressText.query([("under", division.id.text)])
                return Crumb(division.name, link: division.id == under ? nil : link)
            }
        let children = territory.placesBelow(under)
            .map { (value: $0.id.text, name: Words($0.name, $0.name)) }
        below = children.isEmpty ? [] : [FormView().choice("under", "access.below", ofNames: children)]
        add = AccessAddress.addAccount.path + AddressText.query([("under", under.text)])
        rows = census.accounts.map { account in
            let held = census.appointments[account.id] ?? []
            return Row(
                link: AccessAddress.account(.of(account.id)).path,
                name: account.name,
                displayName: account.displayName,
                roles: held.filter { $0.isInForce(at: now) }
                    .map { Held(role: $0.role.words, place: PlaceText.name($0.place, in: territory)) },
                hasSecondFactor: account.hasSecondFactor,
                isClosed: account.isClosed
            )
        }
        let last = census.hasMore ? census.accounts.last : nil
        listing = Listing(
            matched: census.matched,
            next: last.map { list + AddressText.query([("under", under.text), ("after", $0.name)]) },
            first: isFirst ? nil : list + AddressText.query([("under", under.text)])
        )
    }
}

/// The form of a new account.
struct NewAccountPage: Page {
    static let template = "access-new-account"

    let form: FormView?
    let action = AccessAddress.addAccount.path
    let back: String
    let under: String
    let fields: [Field]
    let choices: [Choice]

    init(_ view: FormView, under: DivisionID, _ territory: Territory) {
        form = view
        self.under = under.text
        back = AccessAddress.accounts.path + AddressText.query([("under", under.text)])
        fields = [
            view.field("name", "access.name", hint: "access.nameHint"),
            view.field("displayName", "access.displayName", hint: "access.displayNameHint"),
            view.field("password", "access.firstPassword", hint: "access.passwordHint", kind: .newPassword),
        ]
        choices = [AccountChoices.role(view), AccountChoices.place(view, under: under, territory)]
    }
}

/// One account: what it may do, and what can be changed about it.
struct AccountPage: Page {
    static let template = "access-account"

    struct Held {
        let role: Words
        let place: String
        let from: String
        let to: String?
        /// Where it is ended; nil for what is over.
        let end: String?
    }

    let form: FormView?
    let back = AccessAddress.accounts.path
    let name: String
    let signInName: String
    let hasSecondFactor: Bool
    let isClosed: Bool
    let since: String
    let appointments: [Held]
    /// Whether somebody else's account that is open: nobody administers their own.
    let isOpen: Bool
    let isOwn: Bool
    let appoint: String
    let choices: [Choice]
    let until: Field
    let reset: String
    let password: Field
    let close: String

    init(
        _ view: FormView,
        _ account: Account,
        _ held: [Appointment],
        isOwn: Bool,
        under: DivisionID,
        _ territory: Territory,
        now: Instant
    ) {
        form = view
        name = account.displayName
        signInName = account.name
        hasSecondFactor = account.hasSecondFactor
        isClosed = account.isClosed
        since = account.createdAt.day.iso
        appointments = held.map { appointment in
            let isRunning = appointment.to.map { now < $0 } ?? true
            let address = AccessAddress.endAppointment(.of(account.id), .of(appointment.id))
            return Held(
                role: appointment.role.words,
                place: PlaceText.short(appointment.place, in: territory),
                from: DeskText.moment(appointment.from, now: now),
                to: appointment.to.map { DeskText.moment($0, now: now) },
                end: isRunning ? address.path : nil
            )
        }
        self.isOwn = isOwn
        isOpen = !account.isClosed && !isOwn
        appoint = AccessAddress.appoint(.of(account.id)).path
        choices = [AccountChoices.role(view), AccountChoices.place(view, under: under, territory)]
        until = view.field("until", "access.lastDay", kind: .date, isOptional: true)
        reset = AccessAddress.resetPassword(.of(account.id)).path
        password = view.field("password", "access.newPassword", hint: "access.passwordHint", kind: .newPassword)
        close = AccessAddress.closeAccount(.of(account.id)).path
    }
}

/// The choices that forms of accounts share.
enum AccountChoices {
    static func role(_ view: FormView) -> Choice {
        view.choice("role", "access.role", ofNames: Role.allCases.map { ($0.rawValue, $0.words) })
    }

    /// The place itself and the places directly below it: whoever wants another goes there first.
    static func place(_ view: FormView, under: DivisionID, _ territory: Territory) -> Choice {
        var options: [(value: String, name: Words)] = []
        for division in [territory.node(under)].compactMap({ $0 }) + territory.placesBelow(under) {
            options.append((division.id.text, Words(division.name, division.name)))
        }
        return view.choice("place", "access.place", ofNames: options)
    }
}
