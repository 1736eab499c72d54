import Fanghu

/// The document in both languages side by side, whatever language its reader has chosen: it is shown to others.
struct ReleasePaper {
    struct Line {
        let chinese: String
        let english: String
        let value: String
        let translation: String?

        init(_ label: Words, _ value: String) {
            chinese = label.chinese
            english = label.english
            self.value = value
            translation = nil
        }

        init(_ label: Words, _ value: Words) {
            chinese = label.chinese
            english = label.english
            self.value = value.chinese
            translation = value.english
        }
    }

    let serial: String
    let lines: [Line]
    let isMasked: Bool
    let centre: String
    let issuer: String
    let issuedOn: String
    let qr: QRCode?
    let checkLink: String
    let checkText: String

    init(_ document: ReleaseDocument, issuer: String, checkedAt address: String, _ territory: Territory) {
        let note = document.note
        serial = note.serial
        isMasked = document.isMasked
        let committee = note.observation.committee
        centre = territory.placesAbove(committee).dropLast().suffix(2).map(\.name).joined()
        self.issuer = issuer
        issuedOn = note.issuedAt.day.iso
        qr = QRCode(address)
        checkLink = ObserveeAddress.check(.of(note.serial)).path
        checkText = address
        lines = ReleasePaper.lines(document, territory.fullName(of: committee))
    }

    private static func lines(_ document: ReleaseDocument, _ committee: String) -> [Line] {
        let note = document.note
        let person = document.person
        let done = note.tally.recorded + note.tally.explained
        return [
            Line(Words("姓名", "Name"), person.name),
            Line(Words("证件号码", "Document"), person.document ?? "—"),
            Line(Words("观察地址", "Address"), person.address ?? "—"),
            Line(Words("居（村）委会", "Committee"), committee),
            Line(Words("观察方式", "Mode"), document.mode.words),
            Line(Words("观察期限", "Period"), "\(note.firstDay.iso) – \(note.lastDay.iso)"),
            Line(Words("每日记录", "Day records"), "\(done) / \(note.tally.due)"),
            Line(Words("末次体温", "Last temperature"), person.lastTemperature.map { "\($0) ℃" } ?? "—"),
            Line(Words("执行方案", "Protocol"), note.version.text),
        ]
    }
}

/// The document on A4, for the printer.
struct ReleasePaperPage: Page {
    static let template = "observation-release"

    let form: FormView?
    let paper: ReleasePaper
    let action: String?
    let fields: [Field]
    let back: String

    init(_ view: FormView, _ paper: ReleasePaper, mayShow: Bool) {
        form = view
        self.paper = paper
        action = mayShow ? ReleaseAddress.whole(.of(paper.serial)).path : nil
        fields = mayShow ? [view.field("reason", "release.reason", hint: "release.reasonHint")] : []
        back = ObservationDeskAddress.list.path
    }
}

/// The same on the phone of the person who was released.
struct ReleasePhonePage: Page {
    static let template = "observation-release-phone"

    let paper: ReleasePaper
    let back: String
}
