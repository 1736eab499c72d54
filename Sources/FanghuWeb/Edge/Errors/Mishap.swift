import Fanghu
import HTTPTypes
import Hummingbird
import NIOCore

/// Why a request was not answered as asked, in the terms of HTTP: the one place where refusals get a status.
struct Mishap {
    /// One thing that is wrong with the request.
    struct Item {
        let field: String?
        let code: String
        let words: Words
    }

    let status: HTTPResponse.Status
    let items: [Item]
    var headers: HTTPFields = [:]
    /// A fault is ours: it is logged, and the visitor is told its reference and nothing else.
    var isFault = false

    var code: String { items.first?.code ?? "edge.fault" }
    var words: Words { items.first?.words ?? Mishap.faultWords }

    init(_ error: any Error) {
        switch error {
        case let refusal as any Refusal: self.init(refusals: [refusal])
        case let refusals as Refusals: self.init(refusals: refusals.all)
        case let shape as ShapeFault: self.init(shape)
        case let known as any EdgeFault: self.init(known.mishap)
        case is NIOTooManyBytesError: self = .tooLarge
        case let http as any HTTPResponseError: self.init(http: http)
        default:
            guard let refusal = StoreRefusal(error) else {
                self = .fault
                return
            }
            self.init(refusals: [refusal])
        }
    }

    init(status: HTTPResponse.Status, code: String, words: Words, headers: HTTPFields = [:], isFault: Bool = false) {
        self.status = status
        items = [Item(field: nil, code: code, words: words)]
        self.headers = headers
        self.isFault = isFault
    }

    private init(_ other: Mishap) { self = other }

    private init(refusals: [any Refusal]) {
        guard let gravest = refusals.max(by: { Mishap.rank($0.kind) < Mishap.rank($1.kind) }) else {
            self = .fault
            return
        }
        status = Mishap.status(of: gravest.kind)
        items = refusals.map { Item(field: $0.field, code: $0.code, words: $0.words) }
        if gravest.kind == .overloaded { headers[.retryAfter] = "1" }
        if gravest.kind == .unauthenticated { headers[.wwwAuthenticate] = "Bearer" }
    }

    private init(_ shape: ShapeFault) {
        status = shape.status
        items = [Item(field: shape.field, code: shape.code, words: shape.words)]
    }

    private init(http error: any HTTPResponseError) {
        switch error.status {
        case .notFound: self.init(refusals: [EdgeRefusal.nothingHere])
        case .contentTooLarge: self = .tooLarge
        case let status where status.kind == .clientError:
            self.init(
                status: status,
                code: "edge.badRequest",
                words: Words("这个请求读不懂。", "This request cannot be understood.")
            )
        default: self = .fault
        }
    }

    /// The table of DESIGN §3: a refusal's kind as a status.
    static func status(of kind: RefusalKind) -> HTTPResponse.Status {
        switch kind {
        case .invalid: .unprocessableContent
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .absent: .notFound
        case .conflict: .conflict
        case .overloaded: .serviceUnavailable
        }
    }

    /// With several refusals the answer's status is that of the one which correcting the form does not mend.
    private static func rank(_ kind: RefusalKind) -> Int {
        switch kind {
        case .invalid: 0
        case .conflict: 1
        case .absent: 2
        case .forbidden: 3
        case .unauthenticated: 4
        case .overloaded: 5
        }
    }
}

extension Mishap {
    private static let faultWords = Words(
        "系统出错了,您填写的内容没有保存。请稍后再试;如果仍然不行,请把编号告诉工作人员。",
        "Something went wrong on our side and nothing was saved. Try again shortly; if it persists, quote the reference."
    )

    static let fault = Mishap(status: .internalServerError, code: "edge.fault", words: faultWords, isFault: true)

    static let tooLarge = Mishap(
        status: .contentTooLarge,
        code: "edge.tooLarge",
        words: Words("发送的内容太大了。", "What was sent is too large.")
    )

    static func methodNotAllowed(allowed: [HTTPRequest.Method]) -> Mishap {
        Mishap(
            status: .methodNotAllowed,
            code: "edge.methodNotAllowed",
            words: Words("这个地址不支持这种请求方式。", "This address does not take that method."),
            headers: [.allow: allowed.map(\.rawValue).joined(separator: ", ")]
        )
    }
}

/// A fault that visitors can be told something useful about, such as a full disk.
protocol EdgeFault: Error {
    var mishap: Mishap { get }
}
