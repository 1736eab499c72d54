import Fanghu
import Foundation
import Testing

/// A document with anything wrong in it is refused with the place.
struct ProtocolDocumentTests {
    private let model: String

    init() throws {
        let file = ShippedData.folder.appending(path: "protocols/sh-2020-02.yaml")
        model = try String(contentsOf: file, encoding: .utf8)
    }

    @Test(arguments: [
        ("missedInARowForVisit: 2", "missedInRowForVisit: 2", "missedInRowForVisit", "document.unknownKey"),
        ("missedInARowForVisit: 2", "", "missedInARowForVisit", "document.missing"),
        ("missedInARowForVisit: 2", "missedInARowForVisit: 0", "missedInARowForVisit", "document.notAllowed"),
        ("validFrom: 2020-02-01", "validFrom: 2020-02-31", "validFrom", "document.wrongShape"),
        ("validTo: 2020-10-26", "validTo: 2020-01-26", "validTo", "document.notAllowed"),
        ("jurisdiction: \"31\"", "jurisdiction: Shanghai", "jurisdiction", "document.wrongShape"),
        ("dayCounting: eventIsDayZero", "dayCounting: eventIsDayTwo", "dayCounting", "document.notAllowed"),
        ("threshold: 37.3", "threshold: 99", "fever.threshold", "document.wrongShape"),
        ("inclusive: true", "inclusive: perhaps", "fever.inclusive", "document.wrongShape"),
        ("opens: \"15:00\"", "opens: \"10:00\"", "slots[1]", "document.contradiction"),
        ("opens: \"06:00\"", "opens: \"6\"", "slots[0].opens", "document.wrongShape"),
        ("closes: \"11:00\"", "closes: \"25:00\"", "slots[0].closes", "document.wrongShape"),
        ("name: evening", "name: morning", "slots[1]", "document.contradiction"),
        (
            "levels: [keyArea]", "levels: [keyAreas]", "classes[0].when.anyOf[0].visited.levels[0]",
            "document.notAllowed"
        ),
        ("- declaredKeyArea", "- phoneFromWuhan", "classes[0].when.anyOf[2]", "document.notAllowed"),
        ("- declaredKeyArea", "- plate: {province: 42}", "classes[0].when.anyOf[2].plate", "document.unknownKey"),
        ("startsFrom: arrival", "startsFrom: previousEnd", "classes[0].segments[0].startsFrom", "document.notAllowed"),
        ("ifHomeUnsuitable: central", "", "classes[0].ifHomeUnsuitable", "document.missing"),
        ("ifHomeUnsuitable: central", "ifHomeUnsuitable: home", "classes[0].ifHomeUnsuitable", "document.notAllowed"),
        ("checksPerDay: 2", "checksPerDay: 3", "classes[0]", "document.contradiction"),
        (
            "mayLeave: false", "mayLeave: false\n        testDays: [15]", "classes[0].segments[0].testDays[0]",
            "document.notAllowed"
        ),
        (
            "release: [recordsComplete", "release: [negativeTests, recordsComplete", "classes[0]",
            "document.contradiction"
        ),
        ("code: others", "code: keyArea", "classes[1]", "document.notAllowed"),
        ("when: always", "when: fever", "classes", "document.contradiction"),
        ("leadHours: 24", "leadHours: 0", "limits.leadHours", "document.notAllowed"),
        ("full: all", "full: [name]", "collection", "document.contradiction"),
        ("name, phone,", "phone,", "collection.short", "document.contradiction"),
        ("title: {zh: 早, en: morning}", "title: {zh: 早}", "slots[0].title.en", "document.missing"),
    ])
    func `one wrong thing is named`(right: String, wrong: String, path: String, code: String) throws {
        let range = try #require(model.range(of: right), "the model no longer has \(right)")
        let yaml = model.replacingCharacters(in: range, with: wrong)
        let problem = #expect(throws: DocumentProblem.self) { try ProtocolVersion(document: "x.yaml", yaml: yaml) }
        #expect(problem?.path == path)
        #expect(problem?.code == code)
        #expect(problem?.words.chinese.contains("x.yaml") == true)
    }

    @Test func `text that is no YAML, an empty document and a key twice are refused`() {
        for yaml in ["", "- [", model + "\nid: again", "just text", "\u{0}"] {
            #expect(throws: DocumentProblem.self) { try ProtocolVersion(document: "x.yaml", yaml: yaml) }
        }
    }

    @Test(arguments: [
        "{always: true}", "anyOf", "{anyOf: []}", "{visited: {levels: [high]}}",
        "{visited: {levels: [high], withinDays: 14, since: 2020-01-12}}", "{not: always, anyOf: [fever]}",
        "{contact: {kinds: [closeContact], withinDays: 0}}", "{abroad: {}}", "[fever]",
    ])
    func `a predicate outside the closed list is refused`(when: String) throws {
        let range = try #require(model.range(of: "when: always"))
        let yaml = model.replacingCharacters(in: range, with: "when: \(when)")
        #expect(throws: DocumentProblem.self) { try ProtocolVersion(document: "x.yaml", yaml: yaml) }
    }

    @Test func `a class that nobody can fall into is refused`() throws {
        let extra = """
              - code: never
                title: {zh: 无人, en: nobody}
                when:
                  visited: {levels: [keyArea], withinDays: 7}
                disposition: noMeasure
                colour: green
              - code: others
            """
        let range = try #require(model.range(of: "  - code: others"))
        let yaml = model.replacingCharacters(in: range, with: extra)
        let problem = #expect(throws: DocumentProblem.self) { try ProtocolVersion(document: "x.yaml", yaml: yaml) }
        #expect(problem?.path == "classes[1]")
        let wider = yaml.replacing("withinDays: 7", with: "withinDays: 21")
        #expect(throws: Never.self) { try ProtocolVersion(document: "x.yaml", yaml: wider) }
    }

    @Test func `two versions never hold in one place on one day`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "fanghu-rules-\(ProcessInfo.processInfo.globallyUniqueString)"
        )
        let protocols = folder.appending(path: "protocols")
        try FileManager.default.createDirectory(at: protocols, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(at: folder.appending(path: "areas"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try model.write(to: protocols.appending(path: "a.yaml"), atomically: true, encoding: .utf8)
        let twin = model.replacing("id: sh-2020-02", with: "id: sh-other")
        try twin.write(to: protocols.appending(path: "b.yaml"), atomically: true, encoding: .utf8)
        let problem = #expect(throws: DocumentProblem.self) { try ProtocolBook.load(from: folder) }
        #expect(problem?.document == "b.yaml" && problem?.path == "validFrom")
        let later = twin.replacing("validTo: 2020-10-26", with: "validTo: 2020-12-01")
            .replacing("validFrom: 2020-02-01", with: "validFrom: 2020-10-26")
        try later.write(to: protocols.appending(path: "b.yaml"), atomically: true, encoding: .utf8)
        #expect(try ProtocolBook.load(from: folder).versions.count == 2)
    }

    @Test func `a missing folder is said to be missing`() {
        let problem = #expect(throws: DocumentProblem.self) {
            try ProtocolBook.load(from: ShippedData.folder.appending(path: "nowhere"))
        }
        #expect(problem?.code == "document.unreadable")
    }
}
