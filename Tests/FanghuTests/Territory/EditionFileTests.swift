import Fanghu
import Foundation
import Testing

struct EditionFileTests {
    private func codes(_ file: EditionFile) -> [String] { file.rows.map(\.code.text) }

    @Test(arguments: [
        "code,name\n",
        "统计用区划代码,名称\r\n",
        "统计用区划代码\t名称\n",
        "\u{FEFF}code;name\n",
        "上级代码,名称*,代码\n",
    ])
    func `headings, separators and line ends of several publishers are read`(header: String) throws {
        let cells = ["code": "310000000000", "统计用区划代码": "310000000000", "代码": "310000000000"]
        let separator = header.contains("\t") ? "\t" : header.contains(";") ? ";" : ","
        let names = header.trimmingCharacters(in: .whitespacesAndNewlines.union(["\u{FEFF}"]))
            .components(
                separatedBy: separator
            )
        let row = names.map { cells[$0] ?? ($0 == "上级代码" ? "" : "上海市") }.joined(separator: separator)
        let file = try EditionFile(bytes: Array((header + row + "\r\n").utf8))
        #expect(codes(file) == ["310000000000"])
        #expect(file.rows.first?.name == "上海市")
        #expect(file.problems.isEmpty)
    }

    @Test func `a GB18030 file is read as such`() throws {
        let text = "code,name\r\n310000000000,上海市\r\n310100000000,市辖区\r\n"
        let data = try #require(text.data(using: String.Encoding(rawValue: 0x8000_0632)))
        #expect(try EditionFile(bytes: Array(data)).rows.map(\.name) == ["上海市", "市辖区"])
    }

    @Test func `one broken byte does not turn a UTF-8 file into another encoding`() throws {
        var bytes = Array("code,name\n310000000000,上海市\n310105000000,长宁区江苏路街道武夷路华阳路新华路\n".utf8)
        bytes.remove(at: 24)
        let file = try EditionFile(bytes: bytes)
        #expect(file.rows.map(\.isNameDamaged) == [true, false])
        #expect(file.problems.map(\.code) == ["name.lostCharacter"])
        #expect(file.problems.map(\.row) == [2])
    }

    @Test(arguments: ["长?区", "长\u{FFFD}区", "长\u{E123}区", ""])
    func `a name with a lost character is reported and kept, marked`(name: String) throws {
        let file = try EditionFile(DelimitedText("code,name\n310105000000,\(name)\n"))
        #expect(file.problems.map(\.code) == ["name.lostCharacter"])
        #expect(file.rows.map(\.isNameDamaged) == [true])
        #expect(file.rows.map(\.name) == [name.isEmpty ? "310105000000" : name])
    }

    @Test func `bad rows are named one by one and the rest is kept`() throws {
        let text = """
            code,parent_code,name,level,urban_rural
            310000000000,,上海市,1,
            310100000000,310000000000,市辖区,2,
            310105000000,310100000000,长宁区,3,
            310105000000,310100000000,长宁区,3,
            31010500200,310105000000,江苏路街道,4,
            310105002000,310105000000,江苏路街道,3,
            310105002001,310105002000,甲居委会,5,999
            310105003001,310105003000,乙居委会,5,111
            """
        let file = try EditionFile(DelimitedText(text))
        #expect(
            file.problems.map { "\($0.row) \($0.column) \($0.code)" } == [
                "5 code code.repeated", "6 code code.malformed", "7 level level.wrong",
                "8 urban_rural urbanRural.unknown", "9 parent parent.missing",
            ]
        )
        #expect(file.rows.count == 5)
        #expect(file.rowCount == 8)
        #expect(file.unusable.map(\.text) == ["310105003001"])
    }

    @Test func `a list without the heading 市辖区 hangs districts on the province`() throws {
        let file = try EditionFile(DelimitedText("code,name\n31,上海市\n310105,长宁区\n310105002,江苏路街道\n"))
        #expect(file.problems.isEmpty)
        #expect(file.rows.map { $0.parent?.text } == [nil, "310000000000", "310105000000"])
    }

    @Test func `a city without districts may be named as its own district`() throws {
        let file = try EditionFile(DelimitedText("code,name\n44,粤省\n4490,无区市\n449000,无区市\n449000003,东街道\n"))
        #expect(file.problems.isEmpty)
        #expect(codes(file) == ["440000000000", "449000000000", "449000003000"])
    }

    @Test func `a file without the columns, or without anything, is refused`() {
        #expect(throws: TerritoryRefusal.fileEmpty) { try EditionFile(bytes: []) }
        #expect(throws: TerritoryRefusal.columnMissing("code")) { try EditionFile(bytes: Array("a,b\n1,2\n".utf8)) }
        #expect(throws: TerritoryRefusal.columnMissing("name")) { try EditionFile(bytes: Array("code,b\n1,2\n".utf8)) }
    }

    @Test func `quoted fields hold separators, quotes and line ends`() {
        let text = DelimitedText("code,name\n1,\"a, \"\"b\"\"\nc\"\n\n2,\u{3000}d \n")
        #expect(text.records.map(\.fields) == [["1", "a, \"b\"\nc"], ["2", "d"]])
        #expect(text.records.map(\.line) == [2, 5])
    }
}
