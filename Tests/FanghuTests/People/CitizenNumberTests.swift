import Fanghu
import Testing

/// DOMAIN §3.1 to §3.3: personal numbers of 18 digits and their older forms.
struct CitizenNumberTests {
    private let today = CivilDate(daysSince1970: 18302)

    @Test(arguments: [
        ("11010519491231002X", Sex.female, 1949_12_31), ("11010519491231002x", .female, 1949_12_31),
        ("１１０１０５１９４９１２３１００２Ｘ", .female, 1949_12_31), (" 110105 19491231-002Ⅹ ", .female, 1949_12_31),
        ("310107190402290016", .male, 1904_02_29), ("440524188001010014", .male, 1880_01_01),
    ])
    func `a right number tells sex and birth date`(text: String, sex: Sex, born: Int) throws {
        let number = try CitizenNumber(text, on: today)
        #expect(number.sex == sex)
        #expect(number.birthDate.yyyymmdd == born)
        #expect(number.text.utf8.count == 18)
        #expect(number.text.hasSuffix("x") == false)
    }

    @Test(arguments: [
        ("110105194912310021", IdentifierRefusal.Reason.checkCharacter), ("310107190002290017", .noSuchDate),
        ("310101200002300017", .noSuchDate), ("310101199913010023", .noSuchDate),
        ("990101199901010022", .provinceUnknown), ("", .missing), ("1101051949123100", .shape),
        ("010105194912310021", .shape), ("11010519491231002A", .shape), ("X1010519491231002X", .shape),
        ("310107050101001", .shape), ("810000190503071232", .otherDocument), ("911840190501010013", .otherDocument),
    ])
    func `a wrong number says what is wrong`(text: String, reason: IdentifierRefusal.Reason) {
        let refusal = #expect(throws: IdentifierRefusal.self) { try CitizenNumber(text, on: today) }
        #expect(refusal?.reason == reason)
        #expect(refusal?.code == "citizenNumber.\(reason.rawValue)")
    }

    @Test func `a birth date after today is refused`() throws {
        let number = "310100202002110018"
        #expect(throws: Never.self) { try CitizenNumber(FixtureVectors.rechecked(number), on: today.adding(days: 1)) }
        let refusal = #expect(throws: IdentifierRefusal.self) {
            try CitizenNumber(FixtureVectors.rechecked(number), on: today)
        }
        #expect(refusal?.reason == .dateInFuture)
    }

    @Test(arguments: [
        "310107190001010060", "310107190001010191", "310107190001010052", "310107190001010183", "310107190001010044",
        "310107190001010095", "310107190001010036", "310107190001010087", "310107190001010028", "310107190001010079",
        "31010719000101001X",
    ])
    func `every check character occurs`(text: String) throws {
        let parsed = try CitizenNumber.parse(text, on: today)
        #expect(parsed.value.text == text)
        #expect(parsed.warnings.isEmpty)
    }

    @Test func `all 153 single-digit errors and 14 adjacent swaps are found`() {
        let right = Array("11010519491231002X".utf8)
        var errors = 0
        for index in 0..<17 {
            for digit in UInt8(48)...57 where digit != right[index] {
                var wrong = right
                wrong[index] = digit
                errors += isRefused(wrong) ? 1 : 0
            }
        }
        #expect(errors == 153)
        var swaps = 0
        for index in 0..<16 where right[index] != right[index + 1] {
            var wrong = right
            wrong.swapAt(index, index + 1)
            swaps += isRefused(wrong) ? 1 : 0
        }
        #expect(swaps == 14)
    }

    @Test(arguments: [
        ("440524188001010014", [IdentifierWarning.ageAbove120]), ("310100199001010016", [.countyUnknown]),
        ("310107190402290016", []),
    ])
    func `the unusual is a warning`(text: String, warnings: [IdentifierWarning]) throws {
        #expect(try CitizenNumber.parse(text, on: today).warnings == warnings)
    }

    @Test(arguments: ["310103", "310108", "310119", "310225", "310230", "310101", "310151", "440524"])
    func `abolished counties are known`(county: String) throws {
        let number = FixtureVectors.rechecked(county + "190501010010")
        #expect(try CitizenNumber.parse(number, on: today).warnings == [])
    }

    @Test func `15 digits are for legacy import alone`() throws {
        let parsed = try CitizenNumber.parseLegacy("310107050101001", on: today)
        #expect(parsed.value.text == "310107190501010016")
        #expect(parsed.warnings == [.legacyNumber])
        #expect(throws: IdentifierRefusal.self) { try CitizenNumber.parseLegacy("310107190501010016", on: today) }
    }

    @Test func `R-PRIV-06: a number prints masked`() throws {
        let number = try CitizenNumber("11010519491231002X", on: today)
        #expect("\(number)" == "110***********002X")
        #expect(String(reflecting: number) == "110***********002X")
    }

    private func isRefused(_ bytes: [UInt8]) -> Bool {
        (try? CitizenNumber(String(decoding: bytes, as: UTF8.self), on: today)) == nil
    }
}
