/// Family names that are not read as their characters usually are.
enum SurnameReading {
    /// 单 Shàn, 仇 Qiú, 曾 Zēng, 解 Xiè, 查 Zhā, 翟 Zhái, 区 Ōu, 朴 Piáo, 盖 Gě, 乐 Yuè, 覃 Qín, 折 Shé, 种 Chóng, 繁 Pó,
    /// 祭 Zhài, 谌 Chén, 员 Yùn, 缪 Miào, 召 Shào, 秘 Bì, 宓 Mì, 冼 Xiǎn, 洗 Xiǎn, 晁 Cháo, 逄 Páng, 郗 Xī, 缑 Gōu, 俞 Yú, 尉 Wèi,
    /// 牟 Mù, 令 Lìng, 任 Rén, 华 Huà, 过 Guō, 那 Nā, 葛 Gě, 长 Zhǎng, 车 Chē, 石 Shí.
    static let single: [Character: Character] = [
        "单": "S", "單": "S", "仇": "Q", "曾": "Z", "解": "X", "查": "Z", "翟": "Z", "区": "O", "區": "O", "朴": "P",
        "盖": "G", "蓋": "G", "乐": "Y", "樂": "Y", "覃": "Q", "折": "S", "种": "C", "繁": "P", "祭": "Z", "谌": "C",
        "諶": "C", "员": "Y", "缪": "M", "繆": "M", "召": "S", "秘": "B", "宓": "M", "冼": "X", "洗": "X", "晁": "C",
        "逄": "P", "郗": "X", "缑": "G", "俞": "Y", "尉": "W", "牟": "M", "令": "L", "任": "R", "华": "H", "过": "G",
        "那": "N", "葛": "G", "长": "Z", "车": "C", "石": "S",
    ]

    /// Two-character family names with at least one unusual reading: 尉迟 Yùchí, 万俟 Mòqí, 长孙 Zhǎngsūn, 单于 Chányú.
    static let compound: [String: String] = [
        "尉迟": "YC", "尉遲": "YC", "万俟": "MQ", "长孙": "ZS", "長孫": "ZS", "单于": "CY", "單于": "CY", "澹台": "TT",
        "亓官": "QG", "乐正": "YZ", "宰父": "ZF", "令狐": "LH", "颛孙": "ZS", "呼延": "HY", "鲜于": "XY", "申屠": "ST",
    ]
}
