/// Reads an address as people in Shanghai write it.
package struct AddressParser: Sendable {
    /// Names that may stand in front (city, districts, townships) by their first character, the longest first.
    private let prefixes: [Character: [String]]

    package init(prefixes: [String] = []) {
        let longestFirst = (prefixes + ["上海市", "上海"]).filter { !$0.isEmpty }.sorted { $0.count > $1.count }
        self.prefixes = Dictionary(grouping: longestFirst) { $0[$0.startIndex] }
    }

    /// Knows the names of the divisions above the committees in a territory.
    package init(territory: Territory) {
        let names = territory.divisions.filter { $0.level < .committee && !$0.isHeading && $0.name.count > 2 }
        self.init(prefixes: Array(Set(names.map(\.name))))
    }

    /// Reads one address; says why where a text is none.
    package func parse(_ text: String) throws(AddressProblem) -> PostalAddress {
        let normal = AddressText.normalise(text)
        var scanner = AddressScanner(withoutPrefixes(normal.text))
        let tokens = scanner.scan()
        guard !tokens.isEmpty else { throw .empty }
        var reader = AddressReader(remark: normal.remark)
        for (index, token) in tokens.enumerated() {
            try reader.read(token, next: index + 1 < tokens.count ? tokens[index + 1] : nil)
        }
        return try reader.finish()
    }

    /// A name followed by 路 or a compass point is the beginning of a road: 真北路 in 真北路街道 is not 真北.
    private func withoutPrefixes(_ text: String) -> String {
        var rest = Substring(text)
        while let first = rest.first, let known = prefixes[first],
            let prefix = known.first(where: { rest.hasPrefix($0) && rest.count > $0.count })
        {
            let after = rest.dropFirst(prefix.count)
            if let next = after.first, "路街道弄东南西北中".contains(next), after.dropFirst().first != "村" { break }
            rest = after
        }
        return String(rest)
    }
}

/// Puts the pieces of one address in their places, from the outside in.
private struct AddressReader {
    private var address = PostalAddress(.compound)
    private var deepest: AddressUnit?
    private var remark: [String]

    init(remark: String?) {
        self.remark = remark.map { [$0] } ?? []
    }

    mutating func read(_ token: AddressToken, next: AddressToken?) throws(AddressProblem) {
        switch token {
        case .words(let words): try read(words: words, next: next)
        case .figure(let figure, let unit): try read(figure: figure, unit)
        }
    }

    mutating func finish() throws(AddressProblem) -> PostalAddress {
        if address.form == .compound, deepest == nil, let figure = unclearFigure { throw .figureUnclear(figure) }
        let names = [address.road, address.compound, address.village, address.group, address.hamlet]
        guard names.contains(where: { $0 != nil }) else { throw .roadMissing }
        if address.lane != nil {
            address.form = .lane
        } else if address.road != nil, address.number != nil {
            address.form = .number
        } else if address.village != nil || address.group != nil || address.hamlet != nil {
            address.form = .village
        }
        if !remark.isEmpty { address.remark = remark.joined(separator: " ") }
        return address
    }

    private mutating func read(words: String, next: AddressToken?) throws(AddressProblem) {
        guard let deepest else {
            readName(AddressName(words, isNumbered: isOutside(next)))
            return
        }
        if let position = RoomPosition(text: words) {
            address.position = position
        } else if deepest == .group, !isOutside(next) {
            address.hamlet = words
        } else if isOutside(next) {
            throw .several
        } else {
            remark.append(words)
        }
    }

    /// Whether a lane or number follows, so that the words are a road.
    private func isOutside(_ token: AddressToken?) -> Bool {
        guard case .figure(_, let unit) = token else { return false }
        return unit <= .number || unit == .none
    }

    /// 吴中东路500路: a figure that a road's sign follows.
    private var unclearFigure: String? {
        guard let name = address.compound, let match = name.firstMatch(of: /^([0-9]+)路?$/) else { return nil }
        return String(match.1)
    }

    private mutating func readName(_ name: AddressName) {
        address.road = name.road
        address.compound = name.compound
        address.village = name.village
        address.group = name.group
        address.hamlet = name.hamlet
        address.form = name.form
        if let rest = name.remark { remark.append(rest) }
    }

    private mutating func read(figure: String, _ unit: AddressUnit) throws(AddressProblem) {
        if unit == .group {
            address.group = (address.hamlet ?? "") + figure
            address.hamlet = nil
        } else {
            if let deepest, deepest != .group, unit <= deepest, unit != .building { throw .several }
            try place(figure, unit)
        }
        deepest = unit
    }

    private mutating func place(_ figure: String, _ unit: AddressUnit) throws(AddressProblem) {
        switch unit {
        case .lane: address.lane = figure
        case .subLane: address.subLane = figure
        case .number: address.number = figure
        case .building: address.building = [address.building, figure].compactMap(\.self).joined(separator: "-")
        case .entrance: address.entrance = figure
        case .floor: address.floor = figure
        case .room: address.room = figure
        case .none:
            if let deepest, deepest >= .number {
                address.room = figure
            } else if deepest == nil, address.road != nil {
                address.number = figure
            } else {
                throw .figureUnclear(figure)
            }
        case .group: break
        }
    }
}
