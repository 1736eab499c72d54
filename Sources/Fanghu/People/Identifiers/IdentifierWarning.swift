/// What is unusual about an identifier that may still be right; a worker may confirm it.
package enum IdentifierWarning: String, CaseIterable, Codable, Sendable {
    case ageAbove120
    case countyUnknown
    case provinceUnknown
    case numberRangeUnknown
    case notAMobile
    case organisationDigit
    case rareCharacter
    case documentKindCorrected
    case legacyNumber
    case sexDiffers
    case birthDateDiffers
    case documentPending

    package var words: Words {
        switch self {
        case .ageAbove120: Words("按此号码年龄超过120岁，请确认", "By this number the person is older than 120; please confirm")
        case .countyUnknown: Words("号码前六位不是已知的区县代码，请确认", "The first six digits are no known county; please confirm")
        case .provinceUnknown: Words("号码中的省级代码未知，请确认", "The province in the number is unknown; please confirm")
        case .numberRangeUnknown:
            Words("该号段尚未见使用，请确认", "This range of numbers is not known to be in use; please confirm")
        case .notAMobile: Words("这不是手机号码，请确认", "This is not a mobile number; please confirm")
        case .organisationDigit:
            Words("其中的组织机构代码校验不通过，请确认", "The organisation code inside does not check; please confirm")
        case .rareCharacter: Words("含有造字区字符，请核对姓名", "Contains a private-use character; please compare the name")
        case .documentKindCorrected:
            Words("已按号码更正证件类型，请确认", "The document type was corrected by its number; please confirm")
        case .sexDiffers: Words("所填性别与证件号码不符，已按号码记录", "The sex differs from the number, which was followed")
        case .birthDateDiffers:
            Words("所填出生日期与证件号码不符，已按号码记录", "The birth date differs from the number, which was followed")
        case .documentPending: Words("证件号码待补", "The document number is still to come")
        case .legacyNumber: Words("由15位旧号码换算，请核对原件", "Converted from an old 15-digit number; please compare")
        }
    }
}

/// An identifier that parsed, with what was unusual about it.
package struct ParsedIdentifier<Value: Sendable>: Sendable {
    package let value: Value
    package let warnings: [IdentifierWarning]

    package init(_ value: Value, warnings: [IdentifierWarning] = []) {
        self.value = value
        self.warnings = warnings
    }

    /// The same warnings around another value.
    func map<Other: Sendable>(_ transform: (Value) -> Other) -> ParsedIdentifier<Other> {
        ParsedIdentifier<Other>(transform(value), warnings: warnings)
    }

    /// One more warning.
    func warning(_ warning: IdentifierWarning) -> ParsedIdentifier {
        ParsedIdentifier(value, warnings: warnings + [warning])
    }
}

extension ParsedIdentifier: Equatable where Value: Equatable {}
