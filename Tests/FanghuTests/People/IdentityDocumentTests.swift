import Fanghu
import Testing

/// DOMAIN §3.2 to §3.4: permits, cards, passports.
struct IdentityDocumentTests {
    private let today = CivilDate(daysSince1970: 18302)

    @Test(arguments: [
        (DocumentKind.residencePermit, "810000190503071232"), (.residencePermit, "820000190511200411"),
        (.residencePermit, "830000190507020559"), (.foreignerCard, "911840190501010013"),
        (.foreignerCard, "USA123456789012"), (.hongKongMacauPermit, "H12345678"), (.hongKongMacauPermit, "M1234567801"),
        (.taiwanPermit, "12345678"), (.taiwanPermit, "F290299977"), (.chinesePassport, "E12345678"),
        (.chinesePassport, "EA1234567"), (.chinesePassport, "G12345678"), (.birthCertificate, "P310000001"),
        (.citizenNumber, "11010519491231002X"),
    ])
    func `a right number of each kind is taken`(kind: DocumentKind, text: String) throws {
        let parsed = try IdentityDocument.parse(kind, text, on: today)
        #expect(parsed.value.kind == kind)
        #expect(parsed.value.number == text)
        #expect(parsed.warnings.isEmpty)
    }

    @Test(arguments: [
        (DocumentKind.hongKongMacauPermit, "H1234567"), (.chinesePassport, "EI1234567"), (.taiwanPermit, "1234567"),
        (.foreignerCard, "US1234567890123"), (.residencePermit, "810000190503071233"),
        (.birthCertificate, "1310000001"),
        (.hongKongMacauPermit, "Ｈ１２３４５６"), (.foreignPassport, "A123"), (.chinesePassport, "护照12345678"),
    ])
    func `a wrong number of each kind is refused`(kind: DocumentKind, text: String) throws {
        let issuer = try CountryCode("FRA")
        #expect(throws: IdentifierRefusal.self) {
            try IdentityDocument.parse(kind, text, issuer: issuer, on: today)
        }
    }

    @Test func `a foreign passport needs its issuer and is one with it`() throws {
        let refusal = #expect(throws: IdentifierRefusal.self) {
            try IdentityDocument.parse(.foreignPassport, "AB12345", on: today)
        }
        #expect(refusal?.code == "country.missing")
        let french = try IdentityDocument.parse(.foreignPassport, "ab 12345", issuer: CountryCode("fra"), on: today)
            .value
        let german = try IdentityDocument.parse(.foreignPassport, "AB12345", issuer: CountryCode("DEU"), on: today)
            .value
        #expect(french.number == "AB12345")
        #expect(french.indexKey != german.indexKey)
    }

    @Test(arguments: [
        ("810000190503071232", DocumentKind.residencePermit), ("911840190501010013", .foreignerCard),
    ])
    func `a number under the neighbouring type is taken for what it is`(text: String, kind: DocumentKind) throws {
        let parsed = try IdentityDocument.parse(.citizenNumber, text, on: today)
        #expect(parsed.value.kind == kind)
        #expect(parsed.warnings == [.documentKindCorrected])
    }

    @Test func `the older foreigner's card tells no birth date`() throws {
        let old = try IdentityDocument.parse(.foreignerCard, "USA123456789012", on: today).value
        #expect(old.birthDate == nil)
        #expect(old.sex == nil)
        let new = try IdentityDocument.parse(.foreignerCard, "911840190501010013", on: today).value
        #expect(new.birthDate?.yyyymmdd == 1905_01_01)
    }
}
