package import Foundation

/// The classes of orders and the limits of their stages, as dated documents say them: data, not code (DOMAIN §6.4).
package struct OrderCatalogue: Sendable {
    package let classes: [OrderClass]
    package let clock: WorkClock
    /// An extension without the leader, in percent of the limit.
    package let extensionPercent: Int
    private let byCode: [String: OrderClass]
    private let limits: [LimitKey: WorkTime]

    struct LimitKey: Hashable {
        let code: String?
        let urgency: OrderClass.Urgency
        let stage: OrderStage
    }

    init(_ classes: [OrderClass], _ limits: [LimitKey: WorkTime], _ clock: WorkClock, extensionPercent: Int) {
        self.classes = classes
        self.limits = limits
        self.clock = clock
        self.extensionPercent = extensionPercent
        byCode = Dictionary(classes.map { ($0.code, $0) }) { first, _ in first }
    }

    package subscript(_ code: String) -> OrderClass? { byCode[code] }

    /// The limit of a stage: that of the class, else that of the urgency.
    package func limit(
        of stage: OrderStage,
        for code: String,
        _ urgency: OrderClass.Urgency
    ) -> WorkTime? {
        limits[LimitKey(code: code, urgency: urgency, stage: stage)]
            ?? limits[LimitKey(code: nil, urgency: urgency, stage: stage)]
    }

    /// When a stage that begins now must be over; a class without a limit for it has none.
    package func end(
        of stage: OrderStage,
        for code: String,
        _ urgency: OrderClass.Urgency,
        from start: Instant
    ) -> Instant? {
        limit(of: stage, for: code, urgency).map { clock.end(of: $0, from: start) }
    }

    /// Classes a caller's words point to, the likeliest first; the order of the document breaks ties.
    package func guess(from text: String) -> [OrderClass] {
        classes.enumerated()
            .map { (index: $0, hits: $1.words.filter(text.contains).map(\.count).reduce(0, +), value: $1) }
            .filter { $0.hits > 0 }
            .sorted { ($1.hits, $0.index) < ($0.hits, $1.index) }
            .map(\.value)
    }
}

extension OrderCatalogue {
    /// Reads `orders/classes.yaml`, `orders/limits.yaml` and `calendar/*.yaml` below a data folder.
    package static func load(from data: URL) throws(DocumentProblem) -> OrderCatalogue {
        let calendar = try WorkingCalendar.load(from: data)
        var classes: DocumentNode?
        var limits: DocumentNode?
        for document in try DocumentFolder(url: data.appending(path: "orders")).documents() {
            let node = try DocumentNode(document: document.name, yaml: document.text)
            if document.name.hasSuffix("classes.yaml") { classes = node }
            if document.name.hasSuffix("limits.yaml") { limits = node }
        }
        guard let classes, let limits else {
            throw DocumentProblem(document: "orders", path: "", reason: .missing)
        }
        return try OrderCatalogue(classes: classes, limits: limits, calendar: calendar)
    }

    init(classes: DocumentNode, limits: DocumentNode, calendar: WorkingCalendar) throws(DocumentProblem) {
        var found: [OrderClass] = []
        for item in try classes.map(keys: ["classes"]).required("classes").list() {
            let made = try OrderClass(item)
            guard !found.contains(where: { $0.code == made.code }) else { throw item.problem(.notAllowed(made.code)) }
            found.append(made)
        }
        let map = try limits.map(keys: ["source", "workingFrom", "workingTo", "extensionPercent", "limits"])
        _ = try map.required("source").text()
        let from = try map.required("workingFrom").minuteOfDay()
        let to = try map.required("workingTo").minuteOfDay()
        guard from < to else { throw try map.required("workingTo").problem(.notAllowed("\(to)")) }
        var table: [LimitKey: WorkTime] = [:]
        for item in try map.required("limits").list() {
            let (key, limit) = try Self.limit(item, among: found)
            guard table.updateValue(limit, forKey: key) == nil else { throw item.problem(.notAllowed("twice")) }
        }
        let percent = try map.required("extensionPercent").number(in: 1...100)
        self.init(found, table, WorkClock(calendar: calendar, hours: from..<to), extensionPercent: percent)
    }

    private static func limit(
        _ node: DocumentNode,
        among classes: [OrderClass]
    ) throws(DocumentProblem) -> (LimitKey, WorkTime) {
        let map = try node.map(keys: ["class", "urgency", "stage", "amount", "unit"])
        let code = try map["class"]?.text()
        if let code, !classes.contains(where: { $0.code == code }) { throw node.problem(.notAllowed(code)) }
        let key = LimitKey(
            code: code,
            urgency: try map.required("urgency").choice(),
            stage: try map.required("stage").choice()
        )
        let limit = WorkTime(try map.required("amount").number(in: 1...1000), try map.required("unit").choice())
        return (key, limit)
    }
}

extension OrderClass {
    init(_ node: DocumentNode) throws(DocumentProblem) {
        let map = try node.map(
            keys: ["code", "name", "urgency", "parts", "verification", "filing", "closing", "words"]
        )
        code = try map.required("code").text()
        name = try map.required("name").words()
        urgency = try map.required("urgency").choice()
        var parts: [DutyTask.Kind] = []
        for part in try map.required("parts").list() { parts.append(try part.choice()) }
        guard !parts.isEmpty else { throw try map.required("parts").problem(.missing) }
        self.parts = parts
        verification = try map.required("verification").choice()
        filing = try map.required("filing").words()
        closing = try map.required("closing").words()
        var words: [String] = []
        for word in try map.required("words").list() { words.append(try word.text()) }
        self.words = words
    }
}
