import Fanghu
import FanghuTesting
import Testing

/// What cells and headings of real ledgers mean.
struct LedgerReadingTests {
    static let days: [(String, String)] = [
        ("2020年2月10日", "2020-02-10"), ("2020.2.10", "2020-02-10"), ("2020/2/10", "2020-02-10"),
        ("2020-2-10", "2020-02-10"), ("20200210", "2020-02-10"), ("２０２０．２．１０", "2020-02-10"),
        ("20.2.10", "2020-02-10"), ("43871", "2020-02-10"), ("2020-02-10 08:30", "2020-02-10"),
        ("2020年02月10日", "2020-02-10"), (" 2020.02.10 ", "2020-02-10"), ("36526", "2000-01-01"),
        ("1990.12.31", "1990-12-31"),
    ]

    @Test(arguments: days)
    func `a day is read however it is written`(text: String, day: String) throws {
        #expect(try LedgerCell(written: text).day()?.iso == day)
    }

    @Test func `a serial number of a spreadsheet is a day`() throws {
        #expect(try LedgerCell.number("43871", isLossy: false).day()?.iso == "2020-02-10")
        #expect(try LedgerCell.number("43871.35", isLossy: false).day()?.iso == "2020-02-10")
    }

    @Test(arguments: ["2020年2月30日", "二月十日", "2020", "13.13.13", "明天", "99999999"])
    func `what is no day is refused`(text: String) {
        #expect(throws: LedgerProblem.noSuchDay(text)) { try LedgerCell(written: text).day() }
    }

    @Test(arguments: ["2月10日", "2.10", "2/10"])
    func `a day without a year is not guessed`(text: String) {
        #expect(throws: LedgerProblem.yearMissing(text)) { try LedgerCell(written: text).day() }
    }

    @Test(arguments: ["3.10105E+17", "3.10105E17", "1e+18"])
    func `digits that a spreadsheet has thrown away are not made up`(text: String) {
        #expect(throws: LedgerProblem.digitsLost) { try LedgerCell(written: text).plain() }
    }

    @Test func `a short number in a cell keeps its digits`() throws {
        #expect(try LedgerCell.number("13800138000", isLossy: false).plain() == "13800138000")
        #expect(throws: LedgerProblem.digitsLost) {
            try LedgerCell.number("310105199001010016", isLossy: true).plain()
        }
        #expect(throws: LedgerProblem.unusable("#N/A")) { try LedgerCell.unusable("#N/A").plain() }
    }

    @Test(arguments: [("3", 3), ("３", 3), ("3人", 3), ("2.0", 2), ("０", 0), ("4 口", 4)])
    func `people are counted`(text: String, count: Int) throws {
        #expect(try LedgerCell(written: text).count() == count)
    }

    @Test(arguments: ["三人", "-1", "100", "许多"])
    func `what is no number of people is refused`(text: String) {
        #expect(throws: LedgerProblem.notANumber(text)) { try LedgerCell(written: text).count() }
    }

    @Test(arguments: ["张三、李四", "张三,李四", "张三，李四", "张三\n李四", "张三/李四", "张三；李四", " 张三 、 李四 "])
    func `several people in a cell are several`(text: String) throws {
        #expect(try LedgerCell.text(text).parts() == ["张三", "李四"])
    }

    static func table(_ text: String) -> LedgerTable { LedgerTable(text: Array(text.utf8)) }

    static let headers = [
        "地址,室号,在住情况\n", "2020年2月住户情况表,,\n地址,室号,在住情况\n", "说明：请如实填写,,\n,,\n门牌地址*,室号（必填）*,是否在住：\n",
        "\u{FEFF}地 址,\"房\n号\",居住情况\n",
    ]

    @Test(arguments: headers)
    func `a header is found below titles and instructions, whatever is put around its words`(header: String) throws {
        let layout = try LedgerLayout<HouseholdColumn>(of: Self.table(header + "愚园路1弄2号,301,在住\n"))
        #expect(layout.columns == [.address: 0, .room: 1, .presence: 2])
        #expect(layout.data(of: Self.table(header + "愚园路1弄2号,301,在住\n")).count == 1)
    }

    @Test func `a header of two rows is read column by column`() throws {
        let table = Self.table("住户,,外出情况,\n地址,联系电话,外出人数,返沪日期\n愚园路1弄2号301室,13800138000,1,2020.2.10\n")
        let layout = try LedgerLayout<HouseholdColumn>(of: table)
        #expect(layout.columns[.away] == 2 && layout.columns[.expectedReturn] == 3 && layout.headerRow == 2)
    }

    @Test func `a mapping says otherwise, and one that names no column is refused`() throws {
        let table = Self.table("地址,甲,乙,备注\n愚园路1弄2号301室,x,在住,y\n")
        var map = LedgerMap(columns: ["乙": "presence", "备注": "-", "B": "head"])
        let layout = try LedgerLayout<HouseholdColumn>(of: table, map: map)
        #expect(layout.columns == [.address: 0, .head: 1, .presence: 2])
        #expect(layout.ignored == ["备注"])
        map.columns["丁"] = "head"
        #expect(throws: LedgerRefusal.mapWrong("丁")) { try LedgerLayout<HouseholdColumn>(of: table, map: map) }
        map.columns = ["甲": "noSuchField"]
        #expect(throws: LedgerRefusal.mapWrong("noSuchField")) {
            try LedgerLayout<HouseholdColumn>(of: table, map: map)
        }
    }

    @Test func `what is no ledger of this kind is refused, never half-read`() throws {
        #expect(throws: LedgerRefusal.headerMissing) {
            try LedgerLayout<HouseholdColumn>(of: Self.table("a,b\n1,2\n"))
        }
        #expect(throws: LedgerRefusal.columnMissing("名称")) {
            try LedgerLayout<PremisesColumn>(of: Self.table("地址,类别\n愚园路8号,商铺\n"))
        }
    }

    @Test func `a mapping in a file is read strictly`() throws {
        let map = try LedgerMap(
            document: "m.yaml",
            yaml: "sheet: 名单\nheaderRow: 2\ncolumns:\n  证件: document\n  C: phone\n"
        )
        #expect(map == LedgerMap(sheet: "名单", headerRow: 2, columns: ["证件": "document", "C": "phone"]))
        #expect(throws: DocumentProblem.self) { try LedgerMap(document: "m.yaml", yaml: "colums:\n  a: b\n") }
    }

    @Test func `columns are lettered as spreadsheets letter them`() {
        #expect([0, 25, 26, 51, 52, 701, 702].map(LedgerTable.letters) == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"])
    }
}
