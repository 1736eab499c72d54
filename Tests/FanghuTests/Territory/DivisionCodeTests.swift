import Fanghu
import Testing

struct DivisionCodeTests {
    @Test(arguments: [
        ("310000000000", DivisionLevel.province, DivisionKind.province),
        ("310100000000", .city, .city),
        ("310105000000", .district, .district),
        ("310105002000", .township, .subdistrict),
        ("310151102000", .township, .town),
        ("310151201000", .township, .township),
        ("310104501000", .township, .quasiTownship),
        ("310107017001", .committee, .residents),
        ("310151112203", .committee, .villagers),
        ("310114106405", .committee, .quasiResidents),
        ("310115401598", .committee, .quasiVillagers),
    ])
    func `the digits say level and kind`(text: String, level: DivisionLevel, kind: DivisionKind) throws {
        let code = try #require(DivisionCode(text))
        #expect(code.level == level)
        #expect(DivisionKind(code) == kind)
        #expect(code.text == text)
    }

    @Test func `a township of a city without districts lies under the city`() throws {
        let code = try #require(DivisionCode("441900003000"))
        #expect(code.level == .township)
        #expect(code.parent?.text == "441900000000")
        #expect(code.parent?.level == .city)
    }

    @Test func `codes go up to the province and no further`() throws {
        var path: [String] = []
        var code = DivisionCode("310105002003")
        while let next = code {
            path.append(next.text)
            code = next.parent
        }
        #expect(path == ["310105002003", "310105002000", "310105000000", "310100000000", "310000000000"])
    }

    @Test(arguments: ["31", "3101", "310105", "310105002", "310105002003"])
    func `shorter codes are filled with zeros`(text: String) {
        #expect(DivisionCode(text)?.text.hasPrefix(text) == true)
    }

    @Test(arguments: [
        "", "3", "310", "31010500200", "3101050020033", "31010500200X", "３１０１０５", "010000000000", "310105000003",
    ])
    func `anything else is no code`(text: String) {
        #expect(DivisionCode(text) == nil)
    }
}
