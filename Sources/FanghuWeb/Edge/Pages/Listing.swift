/// The way through a list that is paged by key, for the partial `pagination`.
package struct Listing: Sendable {
    /// How many there are in all, already formatted.
    package let matched: String
    package let next: String?
    package let first: String?

    /// `next` and `first` are whole addresses with their query; nil where there is no further page.
    package init(matched: Int, next: String?, first: String?) {
        self.matched = Listing.grouped(matched)
        self.next = next
        self.first = first
    }

    /// `12,345`.
    package static func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        let groups = stride(from: digits.count, to: 0, by: -3)
            .map { end in
                String(digits.prefix(end).suffix(3))
            }
        return (number < 0 ? "-" : "") + groups.reversed().joined(separator: ",")
    }
}

/// A step of the way back to the top, for the partial `crumbs`; the last has no link.
package struct Crumb: Sendable {
    package let label: String
    package let link: String?

    package init(_ label: String, link: String? = nil) {
        self.label = label
        self.link = link
    }
}
