import Fanghu
import Testing

/// DOMAIN §3.8 and §3.9: phones, plates, journeys.
struct ContactIdentifierTests {
    @Test(arguments: [
        ("13800138000", "+8613800138000"), ("19912345678", "+8619912345678"), ("+86 138-0013-8000", "+8613800138000"),
        ("008613800138000", "+8613800138000"), ("8613800138000", "+8613800138000"),
        ("１３８００１３８０００", "+8613800138000"), ("021-62580000", "+862162580000"), ("62580000", "+862162580000"),
        ("(021)62580000", "+862162580000"), ("+86 21 62580000", "+862162580000"), ("0571-87000000", "+8657187000000"),
        ("010-65000000", "+861065000000"), ("+852 51234567", "+85251234567"), ("+85361234567", "+85361234567"),
        ("+886912345678", "+886912345678"), ("+1 212 555 0100", "+12125550100"), ("0044 20 7946 0000", "+442079460000"),
    ])
    func `a phone number is stored in E.164`(text: String, stored: String) throws {
        #expect(try PhoneNumber(text).e164 == stored)
        #expect(try PhoneNumber(stored).e164 == stored)
        #expect(try PhoneNumber(PhoneNumber(text).local).e164 == stored)
        #expect(try PhoneNumber.parse(text).warnings.isEmpty)
    }

    @Test(arguments: [
        ("12345678901", "phone.shape"), ("1380013800", "phone.shape"), ("", "phone.missing"),
        ("12345678", "phone.shape"),
        ("+8612345678901", "phone.shape"), ("+1234567890123456", "phone.shape"), ("138001380O0", "phone.shape"),
        ("+", "phone.shape"), ("+86", "phone.shape"), ("无", "phone.shape"),
    ])
    func `a wrong phone number is refused`(text: String, code: String) {
        #expect(throws: IdentifierRefusal.self) { try PhoneNumber(text) }
        #expect((try? PhoneNumber(text)) == nil, "\(code)")
    }

    @Test(arguments: ["15400000000", "19400000000"])
    func `a range not known to be in use warns`(text: String) throws {
        #expect(try PhoneNumber.parse(text).warnings == [.numberRangeUnknown])
    }

    @Test func `a landline of Hong Kong warns`() throws {
        #expect(try PhoneNumber.parse("+85221234567").warnings == [.notAMobile])
    }

    @Test(arguments: [
        ("沪A12345", "沪A12345"), ("鄂A12345", "鄂A12345"), ("沪A1234学", "沪A1234学"), ("粤Z1234港", "粤Z1234港"),
        ("沪AD12345", "沪AD12345"), ("沪AF12345", "沪AF12345"), ("沪A12345D", "沪A12345D"), ("沪ABA1234", "沪ABA1234"),
        ("沪a·12345", "沪A12345"), ("沪Ａ－１２３４５", "沪A12345"),
    ])
    func `a right plate is taken`(text: String, plate: String) throws {
        #expect(try PlateNumber(text).text == plate)
    }

    @Test(arguments: ["沪AI2345", "沪A123456", "A12345", "", "海A12345", "沪A1234"])
    func `a wrong plate is refused`(text: String) {
        #expect(throws: IdentifierRefusal.self) { try PlateNumber(text) }
    }

    @Test(arguments: [
        (JourneyNumber.Means.flight, "MU5101"), (.flight, "9C8515"), (.train, "G7"), (.train, "D3056"),
        (.train, "1462"),
        (.coach, "沪太路长途 3 号"),
    ])
    func `a right journey is taken`(means: JourneyNumber.Means, text: String) throws {
        #expect(try JourneyNumber(text, by: means).text == text)
    }

    @Test(arguments: [
        (JourneyNumber.Means.train, "A12", "train.shape"), (.flight, "MU", "flight.shape"),
        (.flight, "5101", "flight.shape"),
        (.train, "", "train.missing"), (.ship, "   ", "voyage.missing"),
        (.ship, String(repeating: "船", count: 21), "voyage.shape"),
    ])
    func `a wrong journey is refused`(means: JourneyNumber.Means, text: String, code: String) {
        let refusal = #expect(throws: IdentifierRefusal.self) { try JourneyNumber(text, by: means) }
        #expect(refusal?.code == code)
    }
}
