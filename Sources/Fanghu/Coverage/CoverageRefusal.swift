/// Why territory is not cut, handed over or reported on so.
package enum CoverageRefusal: Refusal, Equatable {
    case nameMissing
    case nameTaken
    case unknownPiece
    case unknownArea
    case unknownReport
    /// The cut takes no place.
    case cutEmpty
    /// Lines of a list at which nothing stands in the register.
    case addressesUnknown([String])
    /// An outline needs three corners, each with its longitude and latitude.
    case outlineUnreadable
    /// Places that lie in another piece already; taking them needs to be said.
    case placesTaken(Int)
    /// Homes and shops are covered by different schemes.
    case wrongScheme(CoverageScheme)
    case pieceEnded
    case mergeNeedsTwo
    case schemesDiffer
    /// A split that would leave nothing behind.
    case nothingLeft
    case ownerUnknown
    case ownsAlready
    case notDeputy
    case noteMissing
    case notYours
    /// The report has passed this level already.
    case passedAlready
    /// A level in between did not see it and no reason says why (DOMAIN §8.1).
    case skipNeedsReason
    case nothingReported

    package var code: String {
        switch self {
        case .nameMissing: "coverage.nameMissing"
        case .nameTaken: "coverage.nameTaken"
        case .unknownPiece: "coverage.unknownPiece"
        case .unknownArea: "coverage.unknownArea"
        case .unknownReport: "coverage.unknownReport"
        case .cutEmpty: "coverage.cutEmpty"
        case .addressesUnknown: "coverage.addressesUnknown"
        case .outlineUnreadable: "coverage.outlineUnreadable"
        case .placesTaken: "coverage.placesTaken"
        case .wrongScheme: "coverage.wrongScheme"
        case .pieceEnded: "coverage.pieceEnded"
        case .mergeNeedsTwo: "coverage.mergeNeedsTwo"
        case .schemesDiffer: "coverage.schemesDiffer"
        case .nothingLeft: "coverage.nothingLeft"
        case .ownerUnknown: "coverage.ownerUnknown"
        case .ownsAlready: "coverage.ownsAlready"
        case .notDeputy: "coverage.notDeputy"
        case .noteMissing: "coverage.noteMissing"
        case .notYours: "coverage.notYours"
        case .passedAlready: "coverage.passedAlready"
        case .skipNeedsReason: "coverage.skipNeedsReason"
        case .nothingReported: "coverage.nothingReported"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .nameMissing, .cutEmpty, .addressesUnknown, .outlineUnreadable, .wrongScheme, .mergeNeedsTwo,
            .schemesDiffer, .nothingLeft, .ownerUnknown,
            .noteMissing, .skipNeedsReason, .nothingReported:
            .invalid
        case .unknownPiece, .unknownArea, .unknownReport: .absent
        case .nameTaken, .placesTaken, .pieceEnded, .ownsAlready, .notDeputy, .passedAlready: .conflict
        case .notYours: .forbidden
        }
    }

    package var field: String? {
        switch self {
        case .nameMissing, .nameTaken: "name"
        case .cutEmpty, .placesTaken, .nothingLeft: "cut"
        case .addressesUnknown: "addresses"
        case .outlineUnreadable: "outline"
        case .wrongScheme, .schemesDiffer: "scheme"
        case .ownerUnknown, .ownsAlready: "owner"
        case .noteMissing, .skipNeedsReason: "note"
        case .unknownPiece, .unknownArea, .unknownReport, .pieceEnded, .mergeNeedsTwo, .notDeputy, .notYours,
            .passedAlready, .nothingReported:
            nil
        }
    }

    package var words: Words {
        switch self {
        case .nameMissing: Words("请填写名称。", "Give it a name.")
        case .nameTaken: Words("本居委已有同名的包干块或片区。", "The committee has one of this name.")
        case .unknownPiece: Words("没有这个包干块。", "There is no such piece.")
        case .unknownArea: Words("没有这个片区。", "There is no such area.")
        case .unknownReport: Words("没有这份报告。", "There is no such report.")
        case .cutEmpty: Words("划分范围内没有任何住户或场所。", "There is no place within this cut.")
        case .addressesUnknown(let addresses):
            Words(
                "登记册中没有：\(addresses.prefix(5).joined(separator: "、"))（共 \(addresses.count) 处）。",
                "The register lacks \(addresses.prefix(5).joined(separator: ", ")) (\(addresses.count) in all)."
            )
        case .outlineUnreadable:
            Words("请逐行填写至少三个角点：经度，纬度。", "Give at least three corners, each line longitude, latitude.")
        case .placesTaken(let count):
            Words(
                "其中 \(count) 处已属其他包干块；如需划入，请勾选“从原块划出”。",
                "\(count) of them lie in another piece; say that they are to be taken from it."
            )
        case .wrongScheme(let scheme):
            Words("“\(scheme.words.chinese)”不包含此类场所。", "“\(scheme.words.english)” does not cover places of this kind.")
        case .pieceEnded: Words("这个包干块已并入其他块。", "This piece has been merged into another.")
        case .mergeNeedsTwo: Words("合并至少需要两个包干块。", "It takes two pieces to merge.")
        case .schemesDiffer: Words("只能合并同一类包干块。", "Only pieces of one scheme can be merged.")
        case .nothingLeft: Words("拆分后原块将为空；请改用移交。", "Nothing would be left in the piece; hand it over instead.")
        case .ownerUnknown: Words("责任人须是在本居委任职的账号。", "The owner must hold an appointment in this committee.")
        case .ownsAlready: Words("此人已负责这一块。", "This person is in charge of it already.")
        case .notDeputy: Words("此人不是副责任人。", "This person is no deputy of it.")
        case .noteMissing: Words("请写明交接说明。", "Please write a hand-over note.")
        case .notYours: Words("您不负责这一块。", "You are not in charge of this.")
        case .passedAlready: Words("报告已经过这一级。", "The report has passed this level.")
        case .skipNeedsReason: Words("跳过上级须写明原因。", "Say why a level is skipped.")
        case .nothingReported: Words("请至少勾选一户，或写明问题。", "Tick a place or describe a problem.")
        }
    }
}
