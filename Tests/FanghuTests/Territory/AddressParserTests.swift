import Fanghu
import Testing

struct AddressParserTests {
    private let parser = AddressParser(prefixes: ["长宁区", "江苏路街道", "北蔡镇", "宣镇"])

    private func key(_ text: String) throws -> String {
        let committee = try #require(DivisionID("310105002001"))
        return try String(AddressKey(parser.parse(text), in: committee).text.dropFirst(13))
    }

    @Test(arguments: [
        ("石泉路123弄45号601室", "石泉路|123||45|||601"),
        ("石泉路 123 弄 45 号 601 室", "石泉路|123||45|||601"),
        ("石泉路-123弄-45号-601", "石泉路|123||45|||601"),
        ("上海市长宁区江苏路街道石泉路１２３弄４５号６０１室", "石泉路|123||45|||601"),
        ("石泉路一百二十三弄四十五号六〇一室", "石泉路|123||45|||601"),
        ("江苏路10号", "江苏路|||10|||"),
        ("兴国路224弄49支弄3号", "兴国路|224|49|3|||"),
        ("愚园路45号甲", "愚园路|||45甲|||"),
        ("愚园路45甲号", "愚园路|||45甲|||"),
        ("愚园路甲45号", "愚园路|||45甲|||"),
        ("愚园路临45号", "愚园路|||45临|||"),
        ("愚园路36-38号", "愚园路|||36-38|||"),
        ("龙州路440号-450号", "龙州路|||440-450|||"),
        ("愚园路137-1号", "愚园路|||137-1|||"),
        ("罗秀路845号-3", "罗秀路|||845|||3"),
        ("中山南路200号10号楼A座302", "中山南路|||200|10-A||302"),
        ("东刘家弄15号", "东刘家弄|||15|||"),
        ("也是园弄42弄", "也是园弄|42|||||"),
        ("中山南一路1109弄1号", "中山南一路|1109||1|||"),
        ("普善路铁路新村12号", "普善路/铁路新村|||12|||"),
        ("中华小区中泾路18弄", "中泾路|18|||||"),
        ("步高里42号", "步高里|||42|||"),
    ])
    func `roads, lanes and numbers in any writing give one key`(text: String, expected: String) throws {
        #expect(try key(text) == expected)
    }

    @Test(arguments: [
        ("愚园路12弄3号亭子间", "愚园路|12||3|||亭子间"),
        ("愚园路12弄3号三层阁", "愚园路|12||3|||三层阁"),
        ("愚园路12弄3号二楼前厢房", "愚园路|12||3|||2前厢房"),
        ("愚园路12弄3号底层", "愚园路|12||3|||底楼"),
        ("愚园路12弄3号灶间", "愚园路|12||3|||灶披间"),
    ])
    func `places in an old lane house are dwellings of their own`(text: String, expected: String) throws {
        #expect(try key(text) == expected)
    }

    @Test(arguments: [
        ("一六村李家队王家宅", "一六村/李家队/王家宅||||||"),
        ("北蔡镇陈家宅", "陈家宅||||||"),
        ("共一村1队陆家宅", "共一村/1/陆家宅||||||"),
        ("共一村一队陆家宅", "共一村/1/陆家宅||||||"),
        ("联勤村冯桥队12号", "联勤村/冯桥队|||12|||"),
        ("共康四村12号", "共康四村|||12|||"),
        ("中远两湾城6号601室", "中远两湾城|||6|||601"),
    ])
    func `villages, teams, hamlets and compounds are read`(text: String, expected: String) throws {
        #expect(try key(text) == expected)
    }

    @Test func `a township's name in front of a road's is the road's`() throws {
        #expect(try key("宣镇东路628号") == "宣镇东路|||628|||")
    }

    @Test(arguments: [
        ("伊宁路合作路交叉口工地", PostalAddress.Form.crossing), ("成都南路", .road), ("罗秀二村", .village), ("东荡小区", .compound),
    ])
    func `forms are told apart`(text: String, form: PostalAddress.Form) throws {
        #expect(try parser.parse(text).form == form)
    }

    @Test func `what stands in brackets or says that builders live there is a remark`() throws {
        #expect(try parser.parse("平塘路700弄（住宅）").remark == "住宅")
        #expect(try parser.parse("上南路5622弄工地生活区").remark == "工地生活区")
    }

    @Test(arguments: [
        ("", AddressProblem.empty), ("  ", .empty), ("32弄", .roadMissing), ("13支弄", .roadMissing),
        ("6号天山路1761弄天山路1855号", .several), ("古北路69弄古北路211弄", .several), ("吴中东路500路", .figureUnclear("500")),
    ])
    func `what is no address says why`(text: String, problem: AddressProblem) {
        #expect(throws: problem) { try parser.parse(text) }
    }

    @Test(arguments: [("十", "10"), ("二十", "20"), ("一百零五", "105"), ("一二三", "123"), ("两百", "200"), ("一千二百", "1200")])
    func `Chinese numerals become figures`(text: String, figures: String) {
        #expect(AddressText.arabic(text) == figures)
    }
}
