import Fanghu
import FanghuWeb
import Foundation
import Logging
import Testing

/// Templates and texts fit each other: what would fail silently in a browser fails here.
struct TemplateTests {
    @Test func `every partial and parent exists, and no two templates share a name`() throws {
        let templates = try TemplateSource.all()
        let names = templates.map(\.name)
        #expect(Set(names).count == names.count)
        for template in templates {
            for tag in template.tags where [">", "<"].contains(tag.sign) {
                #expect(names.contains(tag.name), "\(template.name) asks for \(tag.name)")
            }
        }
    }

    @Test func `a template carries its room's name`() throws {
        for template in try TemplateSource.all() where !["layouts", "partials"].contains(template.folder) {
            // The observed person's own pages lie beside the registration that leads to them.
            let rooms = [template.folder.lowercased()] + (template.folder == "Arrivals" ? ["observee"] : [])
            #expect(rooms.contains { template.name.hasPrefix($0) }, "\(template.folder)/\(template.name)")
        }
    }

    @Test func `nothing is printed unescaped, and no script, style or handler is inline`() throws {
        for template in try TemplateSource.all() {
            #expect(!template.tags.contains { $0.sign == "{" || $0.sign == "&" }, "\(template.name)")
            #expect(!template.text.contains(/<style|\sstyle=|\son[a-z]+=|hx-on|javascript:/), "\(template.name)")
            for script in template.text.matches(of: /<script[^>]*>/) {
                let isData = script.output.contains("application/json")
                #expect(isData || script.output.contains("integrity="), "\(template.name): \(script.output)")
            }
        }
    }

    @Test func `every form that writes carries the token and leaves checking to the server`() throws {
        for template in try TemplateSource.all() {
            for form in template.text.matches(of: /(?s)<form[^>]*method="post".*?<\/form>/) {
                #expect(form.output.contains("{{>form-token}}"), "\(template.name)")
                #expect(form.output.contains("novalidate"), "\(template.name)")
            }
        }
    }

    @Test func `both languages have the same texts, and templates ask for none that is missing`() throws {
        let catalogue = try EdgeHarness.edge().pages.catalogue
        let chinese = catalogue.keys(in: .chinese)
        #expect(chinese.symmetricDifference(catalogue.keys(in: .english)) == [])
        for template in try TemplateSource.all() {
            for name in template.lookups where name.hasPrefix("t.") {
                #expect(chinese.contains(String(name.dropFirst(2))), "\(template.name): \(name)")
            }
        }
    }

    @Test func `a text names the same values in both languages`() throws {
        let catalogue = try EdgeHarness.edge().pages.catalogue
        for key in catalogue.keys(in: .chinese) {
            #expect(
                catalogue.valueNames(of: key, in: .chinese) == catalogue.valueNames(of: key, in: .english),
                "\(key)"
            )
        }
    }

    @Test func `no text is unused`() throws {
        let keys = try EdgeHarness.edge().pages.catalogue.keys(in: .chinese).filter { !$0.hasPrefix("gallery.") }
        let printed = Set(try TemplateSource.all().flatMap(\.lookups))
        let literals = try SwiftLiterals.all()
        for key in keys.sorted() where !printed.contains("t.\(key)") {
            #expect(literals.contains { SwiftLiterals.names($0, key) }, "\(key)")
        }
    }

    @Test(arguments: Language.allCases, [true, false])
    func `every sample renders with nothing unknown`(language: Language, isSignedIn: Bool) async throws {
        let pages = try EdgeHarness.edge().pages
        let visitor = isSignedIn ? try await EdgeHarness.visitor : nil
        for page in PageSamples.all {
            let rendering = try pages.rendering(of: page, for: Reader(language: language, visitor: visitor))
            #expect(!rendering.html.contains("⟦"), "\(type(of: page)): \(rendering.html)")
            #expect(rendering.unknownNames == [], "\(type(of: page))")
        }
    }

    @Test func `what nobody has is printed where everybody sees it`() throws {
        var share = try ShareFolder()
        share.additionalTemplates = ["gallery": "{{nonsense}} {{#nothing}}x{{/nothing}} {{t.edge.nowhere}} {{t.edge}}"]
        share.additionalTexts = [.chinese: ["gallery.name": "名"]]
        let edge = try Edge(
            EdgeHarness.quiet,
            share: share,
            visitors: NoVisitors(),
            probe: {},
            logger: EdgeHarness.silent
        )
        let rendering = try edge.pages.rendering(of: GalleryPage(), for: Reader(language: .english))
        #expect(rendering.html == "⟦nonsense⟧  ⟦edge.nowhere⟧ ⟦edge⟧")
        #expect(rendering.unknownNames == ["nonsense", "nothing"])
        #expect(edge.pages.catalogue.text("gallery.absent", in: .english) == "⟦gallery.absent⟧")
        #expect(edge.pages.catalogue.text("gallery.name", in: .english) == "名")
    }

    @Test func `a text's values are escaped once`() throws {
        var share = try ShareFolder()
        share.additionalTexts = [.chinese: ["gallery.name": "<b>{{who}} & {{who}}</b>"]]
        share.additionalTemplates = ["gallery": "{{t.gallery.name}}|{{#name}}{{label}}{{/name}}"]
        let edge = try Edge(
            EdgeHarness.quiet,
            share: share,
            visitors: NoVisitors(),
            probe: {},
            logger: EdgeHarness.silent
        )
        let text = edge.pages.catalogue.text(Phrase("gallery.name", ["who": "A&B \"'"]), in: .chinese)
        #expect(text == "<b>A&B \"' & A&B \"'</b>")
    }
}
