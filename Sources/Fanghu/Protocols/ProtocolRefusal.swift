/// Why no rule could be applied.
package enum ProtocolRefusal: Refusal, Equatable {
    case noVersionInForce(CivilDate)
    case noSuchVersion(ProtocolID)
    case noSuchClass(String, in: ProtocolID)
    case noClass(ProtocolID)
    case drillUnderWay
    case noDrill

    package var code: String {
        switch self {
        case .noVersionInForce: "protocol.noVersionInForce"
        case .noSuchVersion: "protocol.noSuchVersion"
        case .noSuchClass: "protocol.noSuchClass"
        case .noClass: "protocol.noClass"
        case .drillUnderWay: "protocol.drillUnderWay"
        case .noDrill: "protocol.noDrill"
        }
    }

    package var kind: RefusalKind {
        switch self {
        case .noVersionInForce, .noClass, .drillUnderWay: .conflict
        case .noSuchVersion, .noSuchClass, .noDrill: .absent
        }
    }

    package var words: Words {
        switch self {
        case .noVersionInForce(let day):
            Words("\(day.iso)没有生效的防控方案", "No protocol version is in force on \(day.iso)")
        case .noSuchVersion(let id): Words("没有防控方案\(id)", "There is no protocol version \(id)")
        case .noSuchClass(let code, let id):
            Words("防控方案\(id)没有类别\(code)", "Protocol version \(id) has no class \(code)")
        case .noClass(let id):
            Words("防控方案\(id)没有适用的类别", "No class of protocol version \(id) applies")
        case .drillUnderWay: Words("此处已有演练", "A drill is under way there already")
        case .noDrill: Words("此处没有进行中的演练", "No drill is under way there on that day")
        }
    }
}
