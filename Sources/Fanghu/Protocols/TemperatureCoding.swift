// A temperature in stored facts is its tenths: 365 is 36.5 °C.

extension Temperature: Codable {
    package init(from decoder: any Decoder) throws {
        try self.init(tenths: decoder.singleValueContainer().decode(Int.self))
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(tenths)
    }
}
