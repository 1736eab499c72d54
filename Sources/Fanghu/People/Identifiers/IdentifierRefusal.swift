/// Why an identifier cannot be right (DOMAIN §3: an error, as opposed to a warning).
///
/// It never repeats what was typed, nor says which check character would have fitted: that would invite people to
/// bend the number until it passes.
package struct IdentifierRefusal: Refusal, Equatable {
    package let identifier: IdentifierKind
    package let reason: Reason

    /// What is wrong.
    package enum Reason: String, CaseIterable, Sendable {
        case missing
        case shape
        case noSuchDate
        case dateInFuture
        case checkCharacter
        case provinceUnknown
        case otherDocument
        case outOfRange
    }

    init(_ identifier: IdentifierKind, _ reason: Reason) {
        self.identifier = identifier
        self.reason = reason
    }

    package var code: String { "\(identifier.rawValue).\(reason.rawValue)" }
    package var kind: RefusalKind { .invalid }
    package var field: String? { identifier.rawValue }

    package var words: Words {
        let name = identifier.name
        return switch reason {
        case .missing: Words("请填写\(name.chinese)", "Enter the \(name.english)")
        case .shape: Words("\(name.chinese)的长度或字符不对", "The \(name.english) has a wrong length or character")
        case .noSuchDate: Words("\(name.chinese)中的出生日期不存在", "The birth date in the \(name.english) does not exist")
        case .dateInFuture:
            Words("\(name.chinese)中的出生日期在今天之后", "The birth date in the \(name.english) is in the future")
        case .checkCharacter: Words("\(name.chinese)校验不通过，请核对", "The \(name.english) does not check; compare it again")
        case .provinceUnknown: Words("\(name.chinese)的省级代码不存在", "The \(name.english) begins with no known province")
        case .otherDocument:
            Words("这不是\(name.chinese)，请选择正确的证件类型", "This is not a \(name.english); choose another type")
        case .outOfRange: Words("\(name.chinese)超出范围", "The \(name.english) is out of range")
        }
    }
}
