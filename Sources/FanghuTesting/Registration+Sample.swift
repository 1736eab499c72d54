package import Fanghu

extension Registration.Draft {
    /// A returnee from Wuhan who fills in everything.
    package static func sample(name: String = "测试甲", number: String? = nil, phone: String = "13800138000") -> Self {
        var draft = Registration.Draft()
        draft.relation = .myself
        draft.name = name
        draft.documentKind = .citizenNumber
        draft.documentNumber = number ?? "310100199001010016"
        draft.phone = phone
        draft.addressText = "愚园路 1 弄 2 号 301 室"
        draft.tenure = .own
        draft.itinerary = [
            Registration.StopDraft(place: "4201", from: "2020-01-20", to: "2020-02-09", kind: .origin)
        ]
        draft.declaredKeyArea = true
        draft.departedOn = "2020-02-09"
        draft.arrivedOn = "2020-02-10"
        draft.transport = .train
        draft.transportNumber = "G1722"
        draft.contacts = Registration.ContactAnswers(keyAreaPerson: false, feverPatient: false, confirmedCase: false)
        draft.temperature = "36.5"
        draft.symptoms = []
        draft.declaration = true
        draft.noticeVersion = "2020-02"
        return draft
    }
}
