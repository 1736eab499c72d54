// How a class and its segments are written.

extension RiskClass {
    private static let keys: Set<String> = [
        "code", "title", "when", "disposition", "ifHomeUnsuitable", "segments", "release", "colour",
        "notifyWithinHours", "documents", "callBackDays",
    ]

    init(_ node: DocumentNode) throws(DocumentProblem) {
        let map = try node.map(keys: RiskClass.keys)
        var segments: [Segment] = []
        for item in try map["segments"]?.list() ?? [] { segments.append(try Segment(item, isFirst: segments.isEmpty)) }
        var papers: [ClassDocument] = []
        for item in try map["documents"]?.list() ?? [] { papers.append(try item.choice()) }
        var callBackDays: [Int] = []
        for item in try map["callBackDays"]?.list() ?? [] { callBackDays.append(try item.number(in: 1...60)) }
        self.init(
            code: try map.required("code").text(),
            title: try map.required("title").words(),
            when: try Predicate(map.required("when")),
            disposition: try map.required("disposition").choice(),
            ifHomeUnsuitable: try map["ifHomeUnsuitable"]?.choice(),
            segments: segments,
            release: try map["release"]?.choices() ?? [],
            colour: try map.required("colour").choice(),
            notifyWithinHours: try map["notifyWithinHours"]?.number(in: 1...240),
            documents: papers,
            callBackDays: callBackDays
        )
        try check(at: map)
    }

    private func check(at map: DocumentMap) throws(DocumentProblem) {
        let place = map.place
        if segments.contains(where: \.mode.needsHome), ifHomeUnsuitable == nil {
            throw try map.required("ifHomeUnsuitable").problem(.missing)
        }
        if let other = ifHomeUnsuitable, other.needsHome, let node = map["ifHomeUnsuitable"] {
            throw node.problem(.notAllowed(other.rawValue))
        }
        let observes = disposition == .homeObservation || disposition == .centralObservation
        if observes, segments.isEmpty { throw try map.required("segments").problem(.missing) }
        if disposition == .noMeasure, !segments.isEmpty {
            let words = Words("“无需采取措施”不应有观察段", "\"noMeasure\" has no segments")
            throw place.problem(.contradiction(words))
        }
        if release.contains(.negativeTests), segments.allSatisfy(\.testDays.isEmpty) {
            let words = Words("要求阴性检测但没有检测日", "negative tests are asked for, but no day has a test")
            throw place.problem(.contradiction(words))
        }
    }
}

extension Segment {
    private static let keys: Set<String> = [
        "mode", "days", "startsFrom", "checksPerDay", "mayLeave", "testDays", "coResidents",
    ]

    /// The first counts from an exposure or arrival, the others from the end before them.
    init(_ node: DocumentNode, isFirst: Bool) throws(DocumentProblem) {
        let map = try node.map(keys: Segment.keys)
        let days = try map.required("days").number(in: 1...60)
        let startsFrom: Start = try map.required("startsFrom").choice()
        guard (startsFrom == .previousEnd) != isFirst else {
            throw try map.required("startsFrom").problem(.notAllowed(startsFrom.rawValue))
        }
        var testDays: [Int] = []
        // A test on the day after the last is one that release itself asks for.
        for item in try map["testDays"]?.list() ?? [] { testDays.append(try item.number(in: 1...days)) }
        self.init(
            mode: try map.required("mode").choice(),
            days: days,
            startsFrom: startsFrom,
            checksPerDay: try map.required("checksPerDay").number(in: 0...8),
            mayLeave: try map.required("mayLeave").flag(),
            testDays: testDays,
            coResidents: try map.required("coResidents").choice()
        )
    }
}
