import Fanghu
import FanghuWeb

/// The real share folder, and the gallery's template and texts beside it.
func galleryShare() throws -> ShareFolder {
    var share = try ShareFolder()
    share.additionalTemplates = ["gallery": galleryTemplate]
    let names = ["name", "nameHint", "note", "first", "second", "district", "contact", "symptoms", "title", "saved"]
    for (language, word) in [(Language.chinese, "文"), (.english, "words")] {
        share.additionalTexts[language] = Dictionary(
            uniqueKeysWithValues: names.map { ("gallery.\($0)", "\($0) \(word)") }
        )
    }
    return share
}

private let galleryTemplate = """
    {{<layout-desk}}
    {{$title}}{{t.gallery.title}}{{/title}}
    {{$crumbs}}{{>crumbs}}{{/crumbs}}
    {{$main}}
    <h1>{{t.gallery.title}}</h1>
    <form method="post" action="/gallery" novalidate>
    {{>form-token}}
    {{#name}}{{>field}}{{/name}}
    {{#note}}{{>field-area}}{{/note}}
    {{#district}}{{>field-select}}{{/district}}
    {{#contact}}{{>field-radios}}{{/contact}}
    {{#symptoms}}{{>field-boxes}}{{/symptoms}}
    <button>ok</button>
    </form>
    {{#rows}}<p>{{place}}:{{count}}{{#isLate}}!{{/isLate}}{{#remark}} {{.}}{{/remark}}</p>
    {{/rows}}
    {{>pagination}}
    {{/main}}
    {{/layout-desk}}
    """
