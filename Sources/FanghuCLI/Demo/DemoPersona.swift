import Fanghu

/// An invented person whose numbers cannot be anybody's.
///
/// Identity numbers begin with 310100, the city itself, which is given to no person; 154 is no range of any mobile
/// network (R-PRIV-20).
struct DemoPersona: Sendable {
    let name: String
    let document: String
    let phone: String

    /// The n-th person: the same n gives the same person.
    init(_ index: Int) {
        var chance = DemoChance(7, index)
        let given = (0..<(chance.hits(percent: 25) ? 1 : 2)).map { _ in String(chance.pick(Self.given)) }
        name = String(chance.pick(Self.surnames)) + given.joined()
        let first = CivilDate(yyyymmdd: 1948_01_01)?.daysSince1970 ?? 0
        let born = CivilDate(daysSince1970: first + chance.roll(0...19000))
        document = Self.number(born: born, sequence: index)
        phone = "154" + String(String(100_000_000 + index * 7919 % 100_000_000).dropFirst())
    }

    private static func number(born: CivilDate, sequence: Int) -> String {
        let body = "310100\(born.yyyymmdd)\(String(1000 + sequence % 1000).dropFirst())"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body.utf8, weights).reduce(0) { $0 + Int($1.0 - 48) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    private static let surnames = Array("王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田")
    private static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国华文玉春梅红玲芬燕云莲真环雪荣爱妹香月莺媛瑞凡佳嘉")
}
