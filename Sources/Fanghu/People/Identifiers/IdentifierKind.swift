/// The kinds of identifiers that people write down, for refusals and forms.
package enum IdentifierKind: String, CaseIterable, Sendable {
    case citizenNumber
    case residencePermit
    case foreignerCard
    case hongKongMacauPermit
    case taiwanPermit
    case chinesePassport
    case foreignPassport
    case birthCertificate
    case creditCode
    case organisationCode
    case phone
    case plate
    case flight
    case train
    case voyage
    case country
    case personName
    case temperature
    case sex
    case birthDate
    case registeredDivision
    case address

    /// What a form calls it.
    package var name: Words {
        switch self {
        case .citizenNumber: Words("居民身份证号码", "identity card number")
        case .residencePermit: Words("港澳台居民居住证号码", "residence permit number (Hong Kong, Macau, Taiwan)")
        case .foreignerCard: Words("外国人永久居留身份证号码", "foreigner's permanent residence card number")
        case .hongKongMacauPermit: Words("港澳居民来往内地通行证号码", "travel permit number (Hong Kong, Macau)")
        case .taiwanPermit: Words("台湾居民来往大陆通行证号码", "travel permit number (Taiwan)")
        case .chinesePassport: Words("中国护照号码", "Chinese passport number")
        case .foreignPassport: Words("外国护照号码", "foreign passport number")
        case .birthCertificate: Words("出生医学证明编号", "medical birth certificate number")
        case .creditCode: Words("统一社会信用代码", "unified social credit code")
        case .organisationCode: Words("组织机构代码", "organisation code")
        case .phone: Words("电话号码", "phone number")
        case .plate: Words("车牌号", "number plate")
        case .flight: Words("航班号", "flight number")
        case .train: Words("车次", "train number")
        case .voyage: Words("班次", "coach or ship")
        case .country: Words("国籍(地区)代码", "country code")
        case .personName: Words("姓名", "name")
        case .temperature: Words("体温", "temperature")
        case .sex: Words("性别", "sex")
        case .birthDate: Words("出生日期", "birth date")
        case .registeredDivision: Words("户籍地区划代码", "code of the place of household registration")
        case .address: Words("居住地址", "address")
        }
    }
}
