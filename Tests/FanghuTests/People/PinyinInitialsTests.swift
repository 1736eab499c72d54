import Fanghu
import Testing

/// The initials by which a desk looks for names.
struct PinyinInitialsTests {
    @Test(arguments: [
        ("张三", "ZS"), ("单雄信", "SXX"), ("仇英", "QY"), ("曾国藩", "ZGF"), ("解缙", "XJ"), ("查良镛", "ZLY"), ("翟志刚", "ZZG"),
        ("区楚良", "OCL"), ("尉迟恭", "YCG"), ("万俟卨", "MQX"), ("长孙无忌", "ZSWJ"), ("欧阳修", "OYX"), ("陳大文", "CDW"),
        ("买买提·吐尔逊", "MMTTEX"), ("John Smith", "JOHNSMITH"), ("𠮷田", "T"), ("朴树", "PS"), ("重阳", "ZY"),
    ])
    func `initials follow the reading of the family name`(name: String, initials: String) {
        #expect(String(PinyinInitials.of(name)) == initials)
    }
}
