package import Fanghu

/// What the edge itself refuses, before any room is asked.
package enum EdgeRefusal: Refusal, Equatable {
    case signInNeeded
    case nothingHere
    case crossSite
    case formExpired
    case malformedField(String)
    case missingField(String)
    case unknownField(String)
    case fileTooLarge(String, megabytes: Int)
    case fileNotPicture(String)

    package var code: String {
        switch self {
        case .signInNeeded: "edge.signInNeeded"
        case .nothingHere: "edge.nothingHere"
        case .crossSite: "edge.crossSite"
        case .formExpired: "edge.formExpired"
        case .malformedField: "edge.malformedField"
        case .missingField: "edge.missingField"
        case .unknownField: "edge.unknownField"
        case .fileTooLarge: "edge.fileTooLarge"
        case .fileNotPicture: "edge.fileNotPicture"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .signInNeeded: .unauthenticated
        case .nothingHere: .absent
        case .crossSite, .formExpired: .forbidden
        case .malformedField, .missingField, .unknownField, .fileTooLarge, .fileNotPicture: .invalid
        }
    }

    package var field: String? {
        switch self {
        case .malformedField(let name), .missingField(let name), .unknownField(let name), .fileNotPicture(let name):
            name
        case .fileTooLarge(let name, megabytes: _): name
        case .signInNeeded, .nothingHere, .crossSite, .formExpired: nil
        }
    }

    package var words: Words {
        switch self {
        case .signInNeeded: Words("请先登录。", "Please sign in first.")
        case .nothingHere: Words("没有找到。", "There is nothing here.")
        case .crossSite: Words("这个请求来自别的网站,已被拒绝。", "This request came from another site and was refused.")
        case .formExpired:
            Words("页面已过期,请返回上一页刷新后再提交。", "This page has expired. Go back, reload it and send it again.")
        case .malformedField: Words("这一项的内容读不懂。", "This value cannot be read.")
        case .missingField: Words("请填写这一项。", "This value is missing.")
        case .unknownField: Words("没有这一项。", "There is no such field.")
        case .fileTooLarge(_, let megabytes):
            Words("文件不能超过 \(megabytes) MB。", "The file must not be larger than \(megabytes) MB.")
        case .fileNotPicture: Words("请上传 JPEG、PNG 或 WebP 图片。", "Please choose a JPEG, PNG or WebP picture.")
        }
    }
}
