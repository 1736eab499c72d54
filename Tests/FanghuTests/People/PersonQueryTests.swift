import Fanghu
import FanghuTesting
import Testing

/// How a search text is understood.
struct PersonQueryTests {
    @Test(arguments: [
        ("张", PersonQuery.name(["张"])), (" 张 三 ", .name(["张", "三"])), ("zs", .initials(["Z", "S"])),
        ("Ｚ", .initials(["Z"])), ("8000", .phoneTail("8000")), ("John", .initials(["J", "O", "H", "N"])),
        ("买买提·吐", .name(["买", "买", "提", "吐"])),
    ])
    func `a text has one reading`(text: String, query: PersonQuery) {
        #expect(PersonQuery.readings(of: text) == [query])
    }

    @Test func `a number may be a phone and a document`() throws {
        #expect(
            PersonQuery.readings(of: "62580000") == [.phone(try PhoneNumber("62580000")), .document("62580000")]
        )
        #expect(PersonQuery.readings(of: "310100 19900101 001x").contains(.document("31010019900101001X")))
        #expect(PersonQuery.readings(of: "h12345678") == [.document("H12345678")])
    }

    @Test(arguments: ["", "  ", "·", "12", "？？", "🙂"])
    func `nothing to look for`(text: String) {
        #expect(PersonQuery.readings(of: text).isEmpty)
    }
}
