import Fanghu
import FanghuTesting
import Testing

/// R-PRIV-06: what is shown before anybody asks.
struct MaskingTests {
    @Test(arguments: [
        ("张三", "张*"), ("张三丰", "张**"), ("欧阳娜娜", "欧阳**"), ("欧阳", "欧*"), ("张", "*"), ("", "*"), ("John Smith", "J**"),
        ("买买提·吐尔逊", "买***"),
    ])
    func `R-PRIV-06: a name shows its family name`(name: String, mask: String) {
        #expect(Masking.name(name) == mask)
    }

    @Test(arguments: [
        ("31010019900101002X", "310***********002X"), ("H12345678", "H******78"), ("E12345678", "E******78"),
        ("AB123", "****3"),
        ("A", "*"), ("", ""),
    ])
    func `R-PRIV-06: a document shows three and four at most`(number: String, mask: String) {
        #expect(Masking.document(number) == mask)
    }

    @Test(arguments: [
        ("+8613800138000", "138****8000"), ("13800138000", "138****8000"), ("+862162580000", "2162****00"),
        ("+85251234567", "+852****67"), ("1234", "****"),
    ])
    func `R-PRIV-06: a phone shows its head and tail`(phone: String, mask: String) {
        #expect(Masking.phone(phone) == mask)
    }

    @Test(arguments: [
        ("石泉路123弄45号601室", "石泉路123弄45号***"), ("石泉路123弄45号", "石泉路123弄45号"), ("天山路8号2幢301", "天山路8号2幢***"),
        ("某某苑5幢601号", "某某苑5幢***"), ("港西镇某村3组某宅", "港西镇某村3组某宅***"), ("幸福里底楼", "***"), ("", "***"),
        ("江苏路55弄12号甲后厢房", "江苏路55弄12号***"), ("武定西路1288号楼后", "武定西路1288号楼***"),
    ])
    func `R-PRIV-06: an address shows the building`(address: String, mask: String) {
        #expect(Masking.address(address) == mask)
    }

    @Test func `R-PRIV-06: no mask holds the whole value`() {
        var seed = FixtureSeed(20_200_210)
        for index in 0..<5000 {
            let name = FixtureNames.name(using: &seed)
            #expect(!Masking.name(name).contains(name))
            let document = String(FixtureNumbers.citizen(index * 7).prefix(1 + index % 18))
            #expect(!Masking.document(document).contains(document))
            let phone = String("+86\(FixtureNumbers.phone(index))".prefix(1 + index % 14))
            #expect(!Masking.phone(phone).contains(phone))
            let room = "\(index % 30)0\(index % 7)室"
            #expect(!Masking.address("某路\(index)弄\(index % 90)号\(room)").contains(room))
        }
    }
}
