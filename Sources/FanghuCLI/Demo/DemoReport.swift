import Fanghu

/// What the demonstration has, for whoever wants to look at it.
struct DemoReport: Encodable {
    let township: String
    let name: String
    /// False when it was there already.
    let created: Bool
    let addresses: [Address]
    let accounts: [SignIn]
    let password: String

    /// A page worth looking at.
    struct Address: Encodable {
        let path: String
        let what: String
    }

    /// A sign-in; all have the same password.
    struct SignIn: Encodable {
        let name: String
        let role: Role
        let scope: DivisionID
        let place: String
    }

    init(_ township: Division, _ cast: DemoCast, _ territory: Territory, created: Bool, addresses: [Address]) {
        self.township = township.id.text
        name = township.name
        self.created = created
        self.addresses = addresses
        password = DemoCast.password
        accounts = cast.seats.map { seat in
            SignIn(
                name: seat.name,
                role: seat.role,
                scope: seat.place,
                place: territory.node(seat.place)?.name ?? seat.place.text
            )
        }
    }

    func lines(in language: Language) -> [String] {
        let heading =
            created
            ? Words(
                "演示街镇：\(name)（\(township)），人员均为虚构",
                "The demonstration: \(name) (\(township)), with invented people"
            )
            : Words("演示街镇 \(name)（\(township)）已经建好", "The demonstration \(name) (\(township)) is there already")
        let signIn = Words(
            "登录名如下，密码都是 \(password)（仅限演示）：",
            "Sign-ins; the password of each is \(password) (for demonstrations only):"
        )
        let pages = Words("页面（先运行 fanghu serve）：", "Pages (run fanghu serve first):")
        return [heading(in: language), "", pages(in: language)]
            + addresses.map { "  http://127.0.0.1:8080\($0.path)  \($0.what)" } + ["", signIn(in: language)]
            + accounts.map { "  \($0.name)\t\($0.role.words(in: language))\t\($0.place)" }
    }
}
