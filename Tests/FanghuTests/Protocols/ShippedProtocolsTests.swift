import Fanghu
import Testing

/// The protocol versions, levels and texts in the repository (DOMAIN §7).
struct ShippedProtocolsTests {
    @Test func `every shipped document can be read`() throws {
        let book = try ShippedData.book()
        let ids = Set(book.versions.map(\.id.text))
        #expect(
            ids.isSuperset(of: [
                "sh-2020-01-27", "sh-2020-02", "cn-8", "cn-9", "cn-20-measures", "cn-10-measures", "cn-2023-01-08",
            ])
        )
        #expect(book.areas.contains { $0.division.digits == "42" && $0.validFrom == day(2020_01_12) })
        #expect(!book.areas.contains { $0.division.digits == "3303" }, "the example of the ten cities is no fact")
    }

    @Test(arguments: [
        (2020_01_26, "cn-2020-01-25"), (2020_01_27, "sh-2020-01-27"), (2020_01_31, "sh-2020-01-27"),
        (2020_02_01, "sh-2020-02"), (2020_02_29, "sh-2020-02"), (2020_10_25, "sh-2020-02"),
        (2020_10_26, "sh-2020-10-26"), (2021_05_11, "cn-8"), (2022_06_27, "cn-8"), (2022_06_28, "cn-9"),
        (2022_11_10, "cn-9"), (2022_11_11, "cn-20-measures"), (2022_12_07, "cn-10-measures"),
        (2023_01_07, "cn-10-measures"), (2023_01_08, "cn-2023-01-08"), (2026_01_01, "cn-2023-01-08"),
    ])
    func `Shanghai has its own rules first, then the country's`(on: Int, id: String) throws {
        let version = try ShippedData.book().version(inForceOn: day(on), at: ProtocolBook.jiangsuRoad)
        #expect(version.id.text == id)
    }

    @Test func `another city never gets Shanghai's rules`() throws {
        let book = try ShippedData.book()
        #expect(try book.version(inForceOn: day(2020_02_10), at: ProtocolBook.guangzhou).id.text == "cn-2020-01-25")
        #expect(throws: ProtocolRefusal.noVersionInForce(day(2020_01_01))) {
            try book.version(inForceOn: day(2020_01_01), at: ProtocolBook.guangzhou)
        }
    }

    @Test(arguments: [
        ("sh-2020-01-27", "keyArea", [ObservationMode.home], [14]), ("sh-2020-02", "keyArea", [.home], [14]),
        ("sh-2020-02", "others", [.selfMonitoring], [14]),
        ("sh-2020-10-26", "highRisk", [.central], [14]), ("sh-2020-10-26", "mediumRisk", [.communityManagement], [14]),
        ("cn-8", "closeContact", [.central, .homeMonitoring], [14, 7]), ("cn-8", "secondaryContact", [.central], [7]),
        ("cn-9", "closeContact", [.central, .homeMonitoring], [7, 3]), ("cn-9", "highRisk", [.central], [7]),
        ("cn-9", "mediumRisk", [.home], [7]), ("cn-9", "secondaryContact", [.home], [7]),
        ("cn-20-measures", "closeContact", [.central, .home], [5, 3]), ("cn-20-measures", "highRisk", [.home], [7]),
        ("cn-10-measures", "closeContact", [.home], [5]), ("cn-2023-01-08", "others", [], []),
    ])
    func `the days are those of the table`(id: String, code: String, modes: [ObservationMode], days: [Int]) throws {
        let version = try ShippedData.book().version(ProtocolID(id))
        let riskClass = try #require(version.riskClass(code))
        #expect(riskClass.segments.map(\.mode) == modes)
        #expect(riskClass.segments.map(\.days) == days)
    }

    @Test func `the twenty measures know no secondary contacts, and the rules of 2023 know nobody`() throws {
        let book = try ShippedData.book()
        #expect(try book.version(ProtocolID("cn-20-measures")).riskClass("secondaryContact") == nil)
        let last = try book.version(ProtocolID("cn-2023-01-08"))
        #expect(last.classes.map(\.disposition) == [.noMeasure])
        #expect(last.slots.windows.isEmpty)
    }

    @Test(arguments: [
        ("42", 2020_01_11, AreaRisk?.none), ("42", 2020_01_12, .keyArea), ("420100", 2020_02_10, .keyArea),
        ("310105", 2020_02_10, nil), ("42", 2020_04_08, nil),
    ])
    func `a level belongs to the day`(place: String, on: Int, risk: AreaRisk?) throws {
        let prefix = try #require(DivisionPrefix(place))
        #expect(try ShippedData.book().level(of: prefix, on: day(on)) == risk)
    }

    @Test func `the texts are there in both languages and their blanks are filled`() throws {
        let texts = try LegalTexts.load(from: ShippedData.folder)
        for kind in LegalText.Kind.allCases {
            let text = try #require(texts.text(kind, on: day(2020_02_10)))
            #expect(texts.text(kind, version: text.version) == text)
            for language in Language.allCases {
                let paragraphs = text.paragraphs(in: language, filling: [.name: "王小明"])
                #expect(paragraphs.count >= 4)
                #expect(!paragraphs.contains { $0.contains("{") })
            }
        }
        #expect(texts.text(.notice, on: day(2019_12_31)) == nil)
    }
}
