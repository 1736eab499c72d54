import Fanghu

/// The sign-in form.
struct SignInPage: Page {
    static let template = "access-sign-in"

    let form: FormView?
    let action = AccessAddress.signIn.path
    let fields: [Field]
    let next: String

    init(_ view: FormView) {
        form = view
        next = NextPage.checked(view.values.raw("next"))
        fields = [
            view.field("name", "access.name", kind: .userName),
            view.field("password", "access.password", kind: .password),
        ]
    }
}

/// The second step of a sign-in; only accounts with a second factor see it.
struct CodePage: Page {
    static let template = "access-code"

    let form: FormView?
    let action = AccessAddress.code.path
    let signIn: String
    let field: Field
    let ticket: String
    let next: String

    init(_ view: FormView) {
        form = view
        next = NextPage.checked(view.values.raw("next"))
        ticket = view.values.raw("ticket")
        signIn = AccessAddress.signIn.path + AddressText.query([("next", next)])
        // A wrong code is of no use to be seen again.
        let empty = FormView(FormValues(), refusals: view.refusals)
        field = empty.field("code", "access.code", hint: "access.codeHint", kind: .oneTimeCode)
    }
}

/// The way in for those who typed the bare address.
struct StartPage: Page {
    static let template = "access-start"

    let register = ArrivalsAddress.start.path
    let desk = DeskAddress.work.path
}
