import Foundation
import NIOCore

/// One event of a live page, as `EventSource` receives it.
package struct LiveEvent: Sendable, Equatable {
    /// The client sends the last one it saw when it comes back (`Last-Event-ID`).
    package let id: String?
    package let name: String
    package let data: String

    package init(id: String? = nil, name: String, data: String) {
        self.id = id
        self.name = name
        self.data = data
    }

    /// An event with a value as JSON.
    package init(id: String? = nil, name: String, json value: some Encodable) throws {
        try self.init(id: id, name: name, data: String(decoding: JSONAnswer.encoder.encode(value), as: UTF8.self))
    }

    /// The text of the event; line ends inside of values cannot begin a field of their own.
    var wire: ByteBuffer {
        var text = ""
        if let id { text += "id: \(LiveEvent.oneLine(id))\n" }
        text += "event: \(LiveEvent.oneLine(name))\n"
        for line in data.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            text += "data: \(line)\n"
        }
        return ByteBuffer(string: text + "\n")
    }

    private static func oneLine(_ text: String) -> String {
        String(text.filter { !$0.isNewline })
    }
}
