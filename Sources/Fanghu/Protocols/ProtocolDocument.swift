// How a protocol version is written: YAML, strict, one version a document.

extension ProtocolVersion {
    private static let keys: Set<String> = [
        "id", "jurisdiction", "validFrom", "validTo", "title", "source", "dayCounting", "fever", "slots", "classes",
        "feverClinic", "missedInARowForVisit", "limits", "collection", "transition",
    ]

    /// Reads and checks a document; the first thing that is wrong is thrown with its place.
    package init(document: String, yaml: String) throws(DocumentProblem) {
        let map = try DocumentNode(document: document, yaml: yaml).map(keys: ProtocolVersion.keys)
        var classes: [RiskClass] = []
        for item in try map.required("classes").list() { classes.append(try RiskClass(item)) }
        var clinic: Predicate?
        if let node = map["feverClinic"] { clinic = try Predicate(node) }
        self.init(
            id: ProtocolID(try map.required("id").text()),
            jurisdiction: try Jurisdiction(node: map.required("jurisdiction")),
            validFrom: try map.required("validFrom").day(),
            validTo: try map["validTo"]?.day(),
            title: try map.required("title").words(),
            sourceText: try map.required("source").text(),
            dayCounting: try map.required("dayCounting").choice(),
            fever: try FeverRule(map.required("fever")),
            slots: try SlotSchedule(map.required("slots")),
            classes: classes,
            feverClinic: clinic,
            missedInARowForVisit: try map.required("missedInARowForVisit").number(in: 1...20),
            limits: try TaskLimits(map.required("limits")),
            collection: try CollectionScope(map.required("collection")),
            transition: try map.required("transition").choice()
        )
        try check(at: map)
    }

    private func check(at map: DocumentMap) throws(DocumentProblem) {
        if let validTo, validTo <= validFrom { throw try map.required("validTo").problem(.notAllowed(validTo.iso)) }
        let classesNode = try map.required("classes")
        let nodes = try classesNode.list()
        var codes: Set<String> = []
        for (riskClass, node) in zip(classes, nodes) {
            guard codes.insert(riskClass.code).inserted else { throw node.problem(.notAllowed(riskClass.code)) }
            for segment in riskClass.segments where segment.checksPerDay > slots.windows.count {
                let words = Words("每日次数多于时段数", "more checks a day than there are slots")
                throw node.problem(.contradiction(words))
            }
        }
        guard classes.last?.when == .always else {
            let words = Words("最后一类须为其余所有人（always）", "the last class must be everybody else (always)")
            throw classesNode.problem(.contradiction(words))
        }
        if let index = ClassReach(classes.map(\.when)).unreachable.first {
            let words = Words("前面的类别已包含此类所有人", "the classes before it leave nobody for this one")
            throw nodes[index].problem(.contradiction(words))
        }
    }
}

extension Jurisdiction {
    init(node: DocumentNode) throws(DocumentProblem) {
        guard let found = Jurisdiction(try node.text()) else {
            throw node.problem(.wrongShape(expected: "CN or a division code"))
        }
        self = found
    }
}

extension FeverRule {
    init(_ node: DocumentNode) throws(DocumentProblem) {
        let map = try node.map(keys: ["threshold", "inclusive"])
        let threshold = try map.required("threshold")
        guard let temperature = try? Temperature(threshold.text()) else {
            throw threshold.problem(.wrongShape(expected: "a temperature (37.3)"))
        }
        self.init(thresholdTenths: temperature.tenths, isInclusive: try map.required("inclusive").flag())
    }
}

extension TaskLimits {
    private static let keys: Set<String> = [
        "feverAnswerMinutes", "breachAnswerMinutes", "confirmDwellingHours", "homeCheckHours", "commitmentHours",
        "centralPlaceHours", "releaseHours", "leadHours",
    ]

    init(_ node: DocumentNode) throws(DocumentProblem) {
        let map = try node.map(keys: TaskLimits.keys)
        func limit(_ key: String) throws(DocumentProblem) -> Int { try map.required(key).number(in: 1...1440) }
        self.init(
            feverAnswerMinutes: try limit("feverAnswerMinutes"),
            breachAnswerMinutes: try limit("breachAnswerMinutes"),
            confirmDwellingHours: try limit("confirmDwellingHours"),
            homeCheckHours: try limit("homeCheckHours"),
            commitmentHours: try limit("commitmentHours"),
            centralPlaceHours: try limit("centralPlaceHours"),
            releaseHours: try limit("releaseHours"),
            leadHours: try limit("leadHours")
        )
    }
}

extension CollectionScope {
    /// `full: all` asks for every field of F-01.
    init(_ node: DocumentNode) throws(DocumentProblem) {
        let map = try node.map(keys: ["short", "full"])
        let full = try map.required("full")
        let short: Set<RegistrationField> = try map.required("short").choices()
        let all = Set(RegistrationField.allCases)
        let fields: Set<RegistrationField> = full.textOrNil == "all" ? all : try full.choices()
        guard short.isSubset(of: fields) else {
            let words = Words("简表的字段须都在完整表中", "every field of the short form is one of the full form")
            throw node.problem(.contradiction(words))
        }
        // Without these nobody can be found, classified or told what was asked.
        for field in [RegistrationField.name, .arrivedOn, .address, .declaration] where !short.contains(field) {
            throw try map.required("short").problem(.contradiction(Words("缺少\(field)", "\(field) is missing")))
        }
        self.init(short: short, full: fields)
    }
}

extension SlotSchedule {
    init(_ node: DocumentNode) throws(DocumentProblem) {
        var windows: [SlotWindow] = []
        for item in try node.list() {
            let map = try item.map(keys: ["name", "title", "opens", "closes", "overdueAfterMinutes"])
            let window = SlotWindow(
                name: SlotName(try map.required("name").text()),
                title: try map.required("title").words(),
                opens: try map.required("opens").minuteOfDay(),
                closes: try map.required("closes").minuteOfDay(),
                overdueAfterMinutes: try map.required("overdueAfterMinutes").number(in: 0...720)
            )
            let isAfterOthers = window.opens >= windows.last?.closes ?? 0
            let isNew = !windows.contains { $0.name == window.name }
            guard isAfterOthers, isNew, window.opens < window.closes else {
                throw item.problem(.contradiction(Words("时段重叠或顺序不对", "slots overlap or are out of order")))
            }
            windows.append(window)
        }
        self.init(windows)
    }
}
