import Fanghu
import FanghuTesting
import Testing

/// F-01: what a form may hold, and what is said of it.
struct PersonDraftTests {
    private let today = CivilDate(daysSince1970: 18302)

    @Test func `a whole draft passes and its number tells sex and birth date`() throws {
        let draft = PersonDraft(
            name: " 张 三 ",
            documentNumber: "310100199001010016",
            phone: "13800138000、021-62580000",
            registeredDivision: "310105",
            address: "某路 1 弄 2 号"
        )
        let checked = try draft.checked(on: today)
        #expect(checked.details.name.text == "张三")
        #expect(checked.details.sex == .male)
        #expect(checked.details.birthDate?.yyyymmdd == 1990_01_01)
        #expect(checked.details.phones.map(\.e164) == ["+8613800138000", "+862162580000"])
        #expect(checked.details.nationality == .china)
        #expect(checked.warnings == [.countyUnknown])
        #expect(!checked.documentPending)
    }

    @Test func `every wrong field is refused at once`() throws {
        let draft = PersonDraft(
            name: "3",
            sex: "?",
            birthDate: "30.2.2020",
            documentNumber: "1",
            phone: "12",
            nationality: "C",
            registeredDivision: "31",
            address: String(repeating: "长", count: 201)
        )
        let refusals = #expect(throws: Refusals.self) { try draft.checked(on: today) }
        #expect(
            Set(refusals?.all.map(\.code) ?? []) == [
                "personName.shape", "sex.shape", "birthDate.shape", "citizenNumber.shape", "phone.shape",
                "country.shape", "registeredDivision.shape", "address.outOfRange",
            ]
        )
    }

    @Test func `a wrong number keeps nobody outside who may bring it later`() throws {
        var draft = PersonDraft(name: "张三", documentNumber: "110105194912310021")
        #expect(throws: Refusals.self) { try draft.checked(on: today) }
        draft.documentPending = true
        let checked = try draft.checked(on: today)
        #expect(checked.documentPending)
        #expect(checked.details.documents.isEmpty)
        #expect(checked.details.documentNote == "110105194912310021")
        #expect(checked.warnings == [.documentPending])
        draft.documentNumber = "11010519491231002X"
        #expect(try draft.checked(on: today).documentPending == false)
    }

    @Test func `what the number says stands over what was ticked, with a warning`() throws {
        let draft = PersonDraft(name: "张三", sex: "女", birthDate: "1991年1月1日", documentNumber: "310100199001010016")
        let checked = try draft.checked(on: today)
        #expect(checked.details.sex == .male)
        #expect(checked.details.birthDate?.yyyymmdd == 1990_01_01)
        #expect(checked.warnings == [.countyUnknown, .sexDiffers, .birthDateDiffers])
    }

    @Test(arguments: ["1985-06-15", "19850615", "1985.6.15", "1985/06/15", "1985年6月15日", "１９８５．６．１５"])
    func `a birth date is read as ledgers write it`(text: String) throws {
        let draft = PersonDraft(name: "张三", birthDate: text, documentPending: true)
        #expect(try draft.checked(on: today).details.birthDate?.yyyymmdd == 1985_06_15)
    }

    @Test func `R-PRIV-06: a masked person holds no whole value`() throws {
        let draft = PersonDraft(
            name: "张小三",
            documentNumber: "310100199001010016",
            phone: "13800138000",
            address: "某路1弄2号301室"
        )
        let person = Person(
            reference: PersonReference(
                committee: Desk.first,
                id: PersonID(checked: "01900000-0000-7000-8000-000000000001")
            ),
            details: try draft.checked(on: today).details,
            documentPending: false,
            createdAt: Instant(microseconds: 0),
            updatedAt: Instant(microseconds: 0),
            version: 1
        )
        let text = "\(MaskedPerson(person)) \(person) \(person.details) \(draft)"
        for secret in ["张小三", "小三", "310100199001010016", "13800138000", "0013800", "2号301"] {
            #expect(!text.contains(secret), "\(secret)")
        }
        #expect(MaskedPerson(person).birthDecade == 1990)
    }
}
