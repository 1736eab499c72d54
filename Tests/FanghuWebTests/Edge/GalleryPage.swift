import Fanghu
import FanghuWeb

/// A page with one of every partial, so that each is rendered by a test.
struct GalleryPage: Page {
    static let template = "gallery"

    let form: FormView?
    let name: Field
    let note: Field
    let district: Choice
    let contact: Choice
    let symptoms: Choice
    let listing: Listing
    let matched: String
    let next: String?
    let first: String?
    let crumbs: [Crumb]
    let rows: [Row]

    struct Row {
        let place: String
        let count: Int
        let isLate: Bool
        let remark: String?
    }

    init(form view: FormView = FormView()) {
        form = view
        name = view.field("name", "gallery.name", hint: "gallery.nameHint", kind: .name)
        note = view.field("note", "gallery.note", isOptional: true)
        let options: [(value: String, label: Phrase)] = [("a", "gallery.first"), ("b", "gallery.second")]
        district = view.choice("district", "gallery.district", of: options)
        contact = view.choice("contact", "gallery.contact", of: options)
        symptoms = view.choice("symptoms", "gallery.symptoms", of: options, isOptional: true)
        listing = Listing(matched: 12345, next: "/gallery?after=2", first: nil)
        matched = listing.matched
        next = listing.next
        first = listing.first
        crumbs = [Crumb("上海", link: "/"), Crumb("长宁")]
        rows = [
            Row(place: "新华路 <b>1</b> 弄", count: 3, isLate: true, remark: nil),
            Row(place: "番禺路", count: 0, isLate: false, remark: "ok"),
        ]
    }
}
