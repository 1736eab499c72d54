import Fanghu
import Testing

/// DOMAIN §3.10: names, sexes, temperatures.
struct PersonValueTests {
    @Test(arguments: [
        ("张三", "张三"), (" 张 三 ", "张三"), ("买买提•吐尔逊", "买买提·吐尔逊"), ("买买提・吐尔逊", "买买提·吐尔逊"),
        ("买买提·吐尔逊", "买买提·吐尔逊"), ("John  Smith", "John Smith"), ("Ｊｏｈｎ", "John"), ("Jean-Luc O'Neil", "Jean-Luc O'Neil"),
        ("𠮷田", "𠮷田"), ("José", "José"), ("欧阳娜娜", "欧阳娜娜"),
    ])
    func `a name is normalised`(text: String, name: String) throws {
        #expect(try PersonName(text).text == name)
    }

    @Test(arguments: [
        ("", "personName.missing"), ("  ", "personName.missing"), ("张3", "personName.shape"),
        ("张三\u{0}", "personName.shape"),
        ("<b>", "personName.shape"), ("·", "personName.shape"),
        (String(repeating: "张", count: 51), "personName.outOfRange"),
        ("张🙂", "personName.shape"),
    ])
    func `a wrong name says what is wrong`(text: String, code: String) {
        let refusal = #expect(throws: IdentifierRefusal.self) { try PersonName(text) }
        #expect(refusal?.code == code)
    }

    @Test func `a character of a private area warns`() throws {
        #expect(try PersonName.parse("张\u{E000}").warnings == [.rareCharacter])
    }

    @Test(arguments: [
        ("男", Sex.male), ("女", .female), ("m", .male), ("Female", .female), ("9", .notStated), ("０", .unknown),
    ])
    func `sex is read from words and codes`(text: String, sex: Sex) {
        #expect(Sex(text) == sex)
    }

    @Test func `other words are no sex`() {
        #expect(Sex("X") == nil)
        #expect(Sex("") == nil)
    }

    @Test(arguments: [
        ("36.5", 365), ("３６．５", 365), ("36.5℃", 365), (" 37 ", 370), ("34.0", 340), ("43.0", 430), ("36。8度", 368),
    ])
    func `a temperature is read in tenths`(text: String, tenths: Int) throws {
        #expect(try Temperature(text).tenths == tenths)
    }

    @Test(arguments: [
        ("33.9", "temperature.outOfRange"), ("43.1", "temperature.outOfRange"), ("365", "temperature.outOfRange"),
        ("36.55", "temperature.shape"), ("正常", "temperature.shape"), ("", "temperature.missing"),
        ("-36.5", "temperature.ok"),
    ])
    func `a wrong temperature is refused`(text: String, code: String) throws {
        guard code != "temperature.ok" else {
            // A hyphen before the number is a list mark, not a frost.
            #expect(try Temperature(text).tenths == 365)
            return
        }
        let refusal = #expect(throws: IdentifierRefusal.self) { try Temperature(text) }
        #expect(refusal?.code == code)
    }

    @Test func `a JSON number with two decimals is refused, not rounded`() throws {
        #expect(try Temperature(celsius: 36.5).tenths == 365)
        #expect(try Temperature(celsius: 37).description == "37.0")
        #expect(throws: IdentifierRefusal.self) { try Temperature(celsius: 36.55) }
        #expect(throws: IdentifierRefusal.self) { try Temperature(celsius: .nan) }
        #expect(throws: IdentifierRefusal.self) { try Temperature(celsius: 1e300) }
    }

    @Test(arguments: [(349, true), (350, false), (410, false), (411, true)])
    func `a strange temperature asks for a second reading`(tenths: Int, asks: Bool) throws {
        #expect(try Temperature(tenths: tenths).needsSecondReading == asks)
    }
}
