import Fanghu
import FanghuTesting
import Foundation
import Testing

/// DOMAIN §3.5: GB 32100-2015 and GB 11714.
struct CreditCodeTests {
    @Test(arguments: [
        "91350100M000100Y43", "91310101DEMA002080", "91310101DEMA00320Y", "91310101DEMA000211", "11310106DEMA100191",
        "12310101DEMA10027G", "52310105DEMA100351", "54310107DEMA10043J", "92310112DEMA10051N", "93310151DEMA1006XT",
        "91310000x07224410r",
    ])
    func `a right code is taken`(text: String) throws {
        let parsed = try CreditCode.parse(text)
        #expect(parsed.value.text == text.uppercased())
        #expect(parsed.warnings.isEmpty)
    }

    @Test(arguments: [
        ("91350100M000100Y4Z", "creditCode.shape"), ("913501000M00100Y43", "creditCode.checkCharacter"),
        ("91350100I000100Y43", "creditCode.shape"), ("91350100M000100Y44", "creditCode.checkCharacter"),
        ("", "creditCode.missing"), ("91350100M000100Y4", "creditCode.shape"),
        ("9135010AM000100Y43", "creditCode.shape"),
    ])
    func `a wrong code says what is wrong`(text: String, code: String) {
        let refusal = #expect(throws: IdentifierRefusal.self) { try CreditCode(text) }
        #expect(refusal?.code == code)
    }

    @Test func `all 510 single-character errors are found`() {
        let right = Array("91350100M000100Y43".utf8)
        var found = 0
        for index in 0..<17 {
            for character in "0123456789ABCDEFGHJKLMNPQRTUWXY".utf8 where character != right[index] {
                var wrong = right
                wrong[index] = character
                found += (try? CreditCode(String(decoding: wrong, as: UTF8.self))) == nil ? 1 : 0
            }
        }
        #expect(found == 510)
    }

    @Test func `the organisation code inside only warns`() throws {
        #expect(try OrganisationCode("M000100Y-4").description == "M000100Y-4")
        #expect(throws: IdentifierRefusal.self) { try OrganisationCode("M000100Y-5") }
        #expect(try CreditCode("91350100M000100Y43").organisationText == "M000100Y4")
        #expect(try CreditCode.parse("91350100M000100Y56").warnings == [.organisationDigit])
    }

    @Test func `all published firms' codes check, where the shared data are present`() throws {
        guard let folder = SharedData.folder?.appending(path: "enterprises") else {
            print("shared data absent: no published credit code was checked")
            return
        }
        for year in ["1990", "1997", "2019"] {
            let table = try SharedData.gunzip(folder.appending(path: "shanghai_\(year).csv.gz"))
            let codes = table.matches(of: /,([0-9][0-9A-Za-z]{17}),[0-9N]/).map { String($0.1) }
            #expect(codes.count > 900)
            for code in codes {
                #expect(throws: Never.self, "\(code)") { try CreditCode(code) }
                #expect(try CreditCode.parse(code).warnings.isEmpty, "\(code)")
            }
        }
    }
}
