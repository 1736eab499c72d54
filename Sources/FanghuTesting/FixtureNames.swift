/// Names put together by chance from common characters.
package enum FixtureNames {
    private static let surnames = Array(
        "王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓萧冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚单仇解查翟"
    )
    private static let compound = ["欧阳", "诸葛", "尉迟", "万俟", "司马", "上官", "令狐"]
    private static let given = Array(
        "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂建国华文玉春梅红玲芬燕云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉毅俊峰宁安福生龙元全胜学祥才发武新利清飞彬富顺信子东松柏航翰思诗雨晨睿泽浩宇轩然涵一"
    )

    /// A Chinese name of two to four characters.
    package static func name(using seed: inout FixtureSeed) -> String {
        let isCompound = Int.random(in: 0..<40, using: &seed) == 0
        let family = isCompound ? pick(compound, &seed) : String(pick(surnames, &seed))
        let count = Int.random(in: 0..<5, using: &seed) == 0 ? 1 : 2
        return family + String((0..<count).map { _ in pick(given, &seed) })
    }

    private static func pick<Element>(_ elements: [Element], _ seed: inout FixtureSeed) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &seed)]
    }
}
